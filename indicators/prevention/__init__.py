"""How much of public spending is preventative, whether it has moved, and what the partnership had to do with it.

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
influence.py   what remains of claims, and what is demonstrated
saving.py      invest to save: payback, net present value, who pays and who gains
gaming.py      what an auditor would ask about
"""
