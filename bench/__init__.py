"""Measurements beside other ways to build the same pages. Not part of the tests: `python -m bench --help`.

- `__main__`: the command; `report`, `claims`, `ratios`, `machine`: what was found, as Markdown and JSON
- `contenders`, `peers/`, `rows`: who is measured, the peers' own programs, and what all of them show
- `environments`, `process`: where a contender's packages are; starting and stopping it, its CPU time and memory
- `pages`, `visits`, `browsing`, `page.js`, `traffic`, `link`, `exact`: in a browser, on localhost and a slow network
- `server`, `sessions`, `http_requests`: without a browser, one reader or fifty
- `ingest`, `ingested`: files taken in, 4,800 rows and a million
- `growth`, `generated`, `submission`: the same page over 10 thousand, 1 million and 10 million observations
"""
