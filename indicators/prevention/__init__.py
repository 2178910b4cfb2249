"""How much of public spending is preventative, whether it has moved, and what the partnership had to do with it.

edition.py     a whole edition, judged from edition_rows.py
rows.py        what is judged, as it is recorded: tagged amounts, editions, returns, claims, opinions
schemes.py     what a level counts as in a scheme
shares.py      core and broad share, coverage, prevention beside acute spending, the range by confidence
coding.py      the shares of a line sum to 1; a line classified differently
prices.py      real terms and per head
movement.py    why a share or an amount moved: within partners, mix, reclassification, prices, volume
course.py      the share over the years: the largest change, and whether statistics can tell what it was
control.py     lines held against published totals
agreement.py   how far two coders agree
beside_earlier.py  the coding of this edition beside that of the one before
evidence_mix.py  core pounds by the grade of the studies behind them
influence.py   what remains of claims, and what is demonstrated
tagging.py     lines as a coder fills them in: suggestions, apportionment, the rows that say it
assurance.py   the stages of assurance that opinions make
restatement.py what an edition says otherwise than the one that it restates
saving.py      invest to save: payback, net present value
saving_cases.py  the recorded cases, each with who pays and who gains
gaming.py      what an auditor would ask about
"""
