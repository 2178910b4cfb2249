"""The analysis of every indicator for one version of the ledger: made once, when first asked or in the background.

judged.py      against target, movement, freshness: quick, made for the page that asks
evidence.py    is it real, will the target be met: the statistics of one line
verdict.py     the four questions of a real step change
whole.py       evidence for all of a basket, and what luck alone would give
record.py      how past forecasts turned out
linting.py     what is wrong with targets and figures
audited.py     an edition of the prevention audit; audit_rows.py reads what it is judged from
enquiry.py     key lines of enquiry, ranked; asked_*.py put together what the rules look at
recorded_questions.py  the questions that scrutiny keeps, and what came of every promise
recommendations.py  every recommendation with where it stands; partnerships.py the register of partnerships
kept.py        evidence kept beside the projection, made in the background
would_change.py  the judgements before and after an entry that is not recorded yet (touched.py: of which series)
"""

from __future__ import annotations

from indicators.assessments.judged import Assessment, assess, assess_basket, assess_indicator

__all__ = ["Assessment", "assess", "assess_basket", "assess_indicator"]
