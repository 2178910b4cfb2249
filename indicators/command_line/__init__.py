"""The command line, `python -m indicators`: the same judgements and words as the screens, for people and for programs.

- `app`: the program. `submitting_commands`, `judging_commands`, `keeping_commands`: names, arguments and help of every
  command; `options`: what several of them share.
- `answers`, `page`, `plain`: how an answer is printed, readably or as JSON, and which exit code it has.
- `asked`: the store, the place, the moment and the indicator that were asked for.
- `showing`, `basket` (with `judged`): the analysis. `listing`: the ledger. `checking`, `submitting`: what goes into it.
  `keeping`: exports and backups.
"""
