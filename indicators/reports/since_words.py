"""The change since a date fixed in advance in words, the same on every surface."""

from __future__ import annotations

from indicators.assessments import Assessment
from indicators.assessments.since import ChangeSince, SinceDate
from indicators.periods import parse
from indicators.wording import reasons
from indicators.wording import since as words
from indicators.wording.dates import day


def since_sentence(one: Assessment, found: ChangeSince) -> str:
    """The effect, or why it cannot be told."""
    made = found.change
    if made.reason is not None or made.effect is None or made.interval is None or found.chance is None:
        return reasons.sentence(made.reason) if made.reason else ""
    return words.sentence(
        one.indicator,
        since=since_label(found.since),
        effect=made.effect,
        interval=made.interval,
        per_cent=made.scale == "log",
        before=made.before,
        after=made.after,
        chance=found.chance,
        wanted=made.p_better is not None,
        with_trend=made.model == "level_and_trend",
    )


def since_label(since: SinceDate) -> str:
    """The date as a person calls it."""
    if since.event is not None:
        return words.event_option(since.event.title, day(since.on))
    return parse(since.code).label
