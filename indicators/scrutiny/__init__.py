"""What scrutiny keeps and asks. Everything here is pure: rows and a day in, judgements out.

recommendation.py       a recommendation as recorded, what follows from its dates; recommendation_findings.py what to ask of it
recommendations.py      where a recommendation stands, and the tracker with the overdue first
partnerships.py         inside or outside, the freshness of the register, agreements and exit terms
health_check.py         eight headings of a partnership
overlap.py              partnerships with the same theme or mostly the same members
ties.py                 the map of the partnership: who stands where, and the ties that are recorded
council_reports.py      reports to full council, by council year
chains.py               the delivery chain of a target and its weakest critical link
chain_findings.py       its shape and its actions
chain_questions.py      the twelve questions, alone and together, and how far partners differ
chain_risks.py          what could go wrong in it, and whether anything is done about it
chain_whole.py          a chain with everything recorded of it and everything that follows
benefits.py             what was planned to be gained and what has been
benefit_figures.py      what has been gained, read from the figures of an indicator
benefit_standing.py     a benefit as recorded, and where it stands
benefit_map.py          what leads to which benefit
benefit_totals.py       benefits together: no group twice, dis-benefits beside, the map that goes one way
sectors.py              sectors of partners, and the two groups in which equality is looked at
board_seat.py           a seat of a board and the times in it
board_seats.py          who holds a seat, how long it has been vacant, seats by sector; seats_over_time.py year by year
secondments.py          posts that partners lend one another
case_studies.py         whether a story may be public
publicity.py            reach, and apart from it awareness before and after
partner_survey.py       what partners answered, by sector; survey_groups.py which groups may be shown
survey_comparison.py    whether two groups of answers differ; survey_rounds.py one round with the one before it
question.py             a key line of enquiry, its rule, and how questions are ranked and shortlisted
figures_asked.py        what is asked about of an indicator, the basket and a prevention edition; figures_told.py its parts
asked_of_indicators.py  rules that ask about indicators: asked_of_course.py, asked_of_targets.py, asked_of_figures.py
asked_of_basket.py      the rule that asks about the basket as a whole
asked_of_editions.py    rules that ask about the prevention audit
asked_of_registers.py   rules that ask about the registers
recorded.py             a question as the desk keeps it
promises.py             what was asked, answered and promised, and whether the next figure bore it out
measure.py, graph.py    a part of a whole; what goes round in circles
"""
