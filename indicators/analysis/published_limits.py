"""Whether the published limits of a figure allow for more than its counts do, as those of a survey must.

A survey's design effect, and answers that were weighted up to a whole population, make limits from counts too narrow: the
figure's own published interval is used instead, in tests as in intervals.
"""

from __future__ import annotations

from indicators.analysis.intervals import Interval

# Publishers round limits, so what is a little wider says nothing; a design effect of 1.2 makes them a tenth wider.
WIDER = 1.1


def allow_for_more(published: Interval, of_counts: Interval) -> bool:
    """Whether published limits are more than a tenth wider than those that the counts alone would give, in the same unit."""
    return published[1] - published[0] > WIDER * (of_counts[1] - of_counts[0])
