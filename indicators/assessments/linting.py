"""What the linter finds on the targets and figures of an indicator, with the history of its targets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from indicators.analysis.finding import Finding
from indicators.analysis.lint import lint
from indicators.assessments.judged import Assessment, assess_basket
from indicators.model import Target
from indicators.store import Snapshot, queries

Linted = tuple[Assessment, tuple[Finding, ...]]


def lint_basket(snapshot: Snapshot, area_code: str, at: int, as_of: date) -> tuple[Linted, ...]:
    """Every indicator of the basket with what was found on it, in the basket's order; those without findings too."""
    return tuple((one, lint_one(snapshot, one, at)) for one in assess_basket(snapshot, area_code, at, as_of))


def lint_one(snapshot: Snapshot, one: Assessment, at: int) -> tuple[Finding, ...]:
    """The findings on one indicator in its place; figures before the last break are left out."""
    return lint(
        one.indicator.code,
        targets=one.targets,
        observations=[o for o in one.line if o.period_start >= one.comparable_since],
        polarity=one.indicator.polarity,
        versions=_versions(snapshot, one, at),
        events=(*one.breaks, *one.cautions),
        freshness=one.freshness,
    )


def _versions(snapshot: Snapshot, one: Assessment, at: int) -> list[Sequence[Target]]:
    """For each target that was changed, its versions, oldest first."""
    versions: dict[str, list[Target]] = defaultdict(list)
    for revision in reversed(queries.revisions(snapshot, one.indicator.code, one.area_code, at)):
        if isinstance(revision.after, Target):
            versions[revision.after.code].append(revision.after)
    return [each for each in versions.values() if len(each) > 1]
