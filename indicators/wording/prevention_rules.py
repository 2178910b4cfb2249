"""The rules of the prevention audit in words, each with the table of cases that it is tested with."""

from __future__ import annotations

RULES = (
    (
        "Preventative share",
        (
            "Core is primary and secondary prevention (Demos argues that only these should count); broad adds tertiary prevention. "
            "Both are stated of what is classified and of all in scope, because a rising share beside a falling coverage is a "
            "warning. The range counts tags of high confidence, of high and medium, and all. The tags of a line sum to exactly 1; a "
            "line whose tags do not is held out as unclassified."
        ),
        "prevention_shares",
    ),
    (
        "Why the share moved",
        (
            "Shift-share analysis: within partners (each partner's own share), mix (partners that spend more on prevention make up "
            "more of the whole), and reclassification: this year's spending by this year's tags less the same by last year's. In "
            "pounds there are prices and the growth of all spending too. The parts add up exactly."
        ),
        "prevention_movement",
    ),
    (
        "Real terms",
        (
            "Cash times the index of the base year divided by that of the year. A financial year's index is the mean of its four "
            "published quarters. A year without an index is an error; nothing is filled in."
        ),
        "prevention_real_terms",
    ),
    (
        "Agreement of two coders",
        (
            "Cohen's kappa over the main level of each line that two different coders coded, and the part of the pounds that both put "
            "at the same level; a line with one coder twice is left out. Below 0.60 an edition is not published before the lines on "
            "which they differ are moderated."
        ),
        "prevention_agreement",
    ),
    (
        "Influence of the partnership",
        (
            "What is claimed, less what would have happened anyway, went to others, pushed out the same elsewhere or replaced another "
            "activity. Demonstrated is what the spending body's own decision record and its finance officer confirm (grade I3) or "
            "somebody independent has checked (I4). Whether a service prevents anything is another question."
        ),
        "prevention_influence",
    ),
    (
        "Invest to save",
        (
            "Payback is the moment after which nothing is owed any more; net present value is at the Green Book's 3.5 per cent a year."
        ),
        "prevention_saving",
    ),
)
