"""What scrutiny keeps and asks. Everything here is pure: rows and a day in, judgements out.

recommendation.py       a recommendation as recorded, what follows from its dates; recommendation_findings.py what to ask of it
recommendations.py      where a recommendation stands, and the tracker with the overdue first
partnerships.py         inside or outside, the freshness of the register, agreements and exit terms
health_check.py         eight headings of a partnership
overlap.py              partnerships with the same theme or mostly the same members
chains.py               the delivery chain of a target and its weakest critical link
chain_findings.py       its shape and its actions
chain_questions.py      the twelve questions, alone and together, and how far partners differ
benefits.py             what was planned to be gained and what has been
benefit_totals.py       benefits together: no group twice, dis-benefits beside, the map that goes one way
question.py             a key line of enquiry, its rule, and how questions are ranked
figures_asked.py        what is asked about of an indicator and of a prevention edition
asked_of_indicators.py  rules that ask about indicators
asked_of_editions.py    rules that ask about the prevention audit
asked_of_registers.py   rules that ask about the registers
promises.py             what was asked, answered and promised, and whether the next figure bore it out
measure.py, graph.py    a part of a whole; what goes round in circles
"""
