"""How fresh a figure is, in words."""

from __future__ import annotations

from indicators.model import Reason
from indicators.wording import reasons
from indicators.wording.dates import age


def freshness_words(days_old: int | None, *, is_stale: bool, reason: Reason | None) -> tuple[str, str]:
    """The age of the latest figure's period end, and a second line where it is old.

    >>> freshness_words(400, is_stale=False, reason=None)
    ('Ended 13 months ago', '')
    >>> freshness_words(3000, is_stale=True, reason=None)
    ('Ended 8 years ago', 'old: a newer figure is overdue')
    """
    if reason is not None or days_old is None:
        return (reasons.sentence(reason) if reason else "", "")
    return f"Ended {age(days_old)}", "old: a newer figure is overdue" if is_stale else ""
