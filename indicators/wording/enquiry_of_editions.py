"""Questions about the prevention audit: what is asked, why, and what a good answer would contain."""

from __future__ import annotations

from indicators.wording.enquiry_figures import period, share
from indicators.wording.enquiry_line import Line
from indicators.wording.numbers import number, with_unit

EDITIONS: dict[str, Line] = {
    "reclassified": Line(
        "How much of the shift is new money or new activity?",
        lambda f: (
            f"The core share rose by {with_unit(float(f['rise']) * 100, 1, 'points')}; {share(f['reclassified'] / f['rise'])} of "
            "that comes from other tags on the same spending."
        ),
        "The share by last year's tags, and a list of new services with their cost.",
        "the partner that made the return",
    ),
    "prevention_share_fell": Line(
        "Was less spent on prevention, or is it written in other lines?",
        lambda f: (
            f"The core share was {share(f['before'])} in {period(f, 'before_period')} and {share(f['now'])} in {period(f)}."
        ),
        "The services that were cut or grew, each with its money in both years, and the lines whose content changed.",
        "the partner that made the return",
    ),
    "prevention_up_outcomes_still": Line(
        "What is the evidence that this spending prevents anything?",
        lambda f: (
            f"The core share rose from {share(f['before'])} to {share(f['now'])}; of {number(f['indicators'], 0)} linked "
            "indicators whose lag has passed none has changed."
        ),
        "The study behind the service, its stated lag, and what will be stopped if nothing moves.",
        "the partner that made the return",
    ),
    "influence_ungraded": Line(
        "Which decision papers show the partnership's effect?",
        lambda f: (
            f"{number(f['low'], 0)} of {number(f['claims'], 0)} claims of influence are graded I0 or I1."
        ),
        "For each claim a minute or a budget paper that names the partnership, or its withdrawal.",
        "the partnership's chair",
    ),
    "influence_unclaimed": Line(
        "What has the Partnership done to move money to prevention, and where is that written?",
        lambda f: (
            f"{share(f['now'])} of what is in scope was core prevention in {period(f)}; {number(f['claims'], 0)} claims are recorded "
            "that the partnership moved any of it."
        ),
        "A decision of a partner that names the partnership, with the sum and what would have happened anyway; or that there is none.",
        "the partnership's chair",
    ),
    "coding_unmoderated": Line(
        "Who will judge these lines a second time, and by when?",
        lambda f: (
            f"{number(f['coded'], 0)} lines of spending were put at levels of prevention by one coder; {number(f['again'], 0)} of them "
            "were judged by a second or moderated."
        ),
        "A second coder who does not see the first coding, a date, and who settles the differences.",
        "the partner that made the return",
    ),
}
