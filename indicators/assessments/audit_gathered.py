"""All rows that an edition is judged from, gathered once for a version; what no scheme changes is shared by all schemes.

A published edition is read at the entry with which it was published: what is corrected later changes the editions that are
open, never it. Only its status and the opinions on it go on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from indicators.assessments import audit_rows as read
from indicators.prevention.edition import EditionRows
from indicators.prevention.rows import Coders, Edition, TaggedAmount
from indicators.prevention.schemes import Scheme
from indicators.store import Snapshot
from indicators.store.kept import kept_by_version

KEPT = 16


class SchemeNotReadable(ValueError):  # noqa: N818  (named as what it says)
    """The lines of an edition cannot be read by a scheme, `asked`. `schemes`: the codes of those by which they can."""

    def __init__(self, edition: str, asked: str, schemes: list[str]) -> None:
        super().__init__(f"edition {edition} cannot be read by {asked!r}, only by {schemes}")
        self.asked = asked
        self.schemes = schemes


@dataclass(frozen=True)
class _Grounds:
    """An edition with the one before it, the moment at which both are read, all schemes, and the coding that each reads."""

    edition: Edition
    earlier: Edition | None
    moment: int
    schemes: Mapping[str, Scheme]
    coders: Sequence[Coders]
    codings: Mapping[str, str]


@kept_by_version(KEPT)
def editions(snapshot: Snapshot, at: int) -> tuple[Edition, ...]:
    """All editions, the latest year first; of one year the restatement before what it restates."""
    return tuple(read.editions(snapshot, at))


@kept_by_version(KEPT)
def edition_rows(
    snapshot: Snapshot, edition_code: str, at: int, scheme_code: str | None
) -> EditionRows | None:
    """Everything recorded of one edition, for one scheme; None where there is no such edition.

    Raises:
        SchemeNotReadable: a scheme by which the edition's lines cannot be read.
    """
    grounds = _grounds(snapshot, edition_code, at)
    if grounds is None:
        return None
    edition, moment, schemes, codings = grounds.edition, grounds.moment, grounds.schemes, grounds.codings
    chosen = scheme_code or edition.scheme_code
    if chosen not in codings or chosen not in schemes:
        raise SchemeNotReadable(edition.code, chosen, sorted(set(codings) & set(schemes)))
    coding = codings[chosen]
    amounts = _amounts(snapshot, moment, edition.code, coding)
    years = {code: _of_its_year(snapshot, moment, edition, code, coding) for code in set(codings.values())}
    shared = _shared(snapshot, edition_code, at)
    return EditionRows(
        edition=edition,
        earlier=grounds.earlier,
        scheme=schemes[chosen],
        coding=coding,
        amounts=amounts,
        by_old_tags=_by_old_tags(snapshot, moment, edition, grounds.earlier, coding),
        readings={code: (schemes[code], years[codings[code]]) for code in sorted(codings) if code in schemes},
        codings_read=dict(codings),
        not_readable=[schemes[code] for code in sorted(schemes) if code not in codings],
        coders=grounds.coders,
        in_force=read.in_force(snapshot, moment, edition, coding),
        read_at=moment,
        **shared,
    )


@kept_by_version(KEPT)
def _grounds(snapshot: Snapshot, edition_code: str, at: int) -> _Grounds | None:
    edition = next((each for each in editions(snapshot, at) if each.code == edition_code), None)
    if edition is None:
        return None
    moment = min(at, read.published(snapshot, at).get(edition.code, at))
    schemes = read.all_schemes(snapshot, moment)
    coders = read.coders(snapshot, moment, edition.code)
    codings = {each.scheme: each.scheme for each in coders} | {edition.scheme_code: edition.scheme_code}
    own = _amounts(snapshot, moment, edition.code, edition.scheme_code)
    levels = {each.level for each in own if each.level}
    codings |= {
        code: edition.scheme_code for code in schemes if code not in codings and schemes[code].knows(levels)
    }
    known = editions(snapshot, moment)
    earlier = next((each for each in known if each.period < edition.period), None)
    return _Grounds(edition, earlier, moment, schemes, coders, codings)


@kept_by_version(KEPT)
def _shared(snapshot: Snapshot, edition_code: str, at: int) -> dict[str, object]:
    """What every scheme's rows have in common, by the names of `EditionRows`."""
    grounds = _grounds(snapshot, edition_code, at)
    if grounds is None:
        return {}
    edition, moment = grounds.edition, grounds.moment
    returns = read.returns(snapshot, moment, edition.code)
    earlier = grounds.earlier.code if grounds.earlier else None
    return {
        "returns": returns,
        "totals": read.control_totals(snapshot, moment),
        "quarters": read.quarters(snapshot, moment, edition.deflator_series),
        "people": _people(snapshot, moment, [each.organisation for each in returns]),
        "codings": read.codings(snapshot, moment, edition, earlier),
        "pairs": read.pairs(snapshot, moment, edition),
        "splits": read.splits(snapshot, moment, edition),
        "claims": read.claims(snapshot, moment, edition.code),
        "contributions": read.contributions(snapshot, moment, edition.period),
        "evidence": read.evidence(snapshot, moment),
        "savings": read.savings(snapshot, moment, edition.code),
        "opinions": read.opinions(snapshot, at, edition.code),
    }


@kept_by_version(KEPT)
def _amounts(snapshot: Snapshot, moment: int, edition_code: str, coding: str) -> list[TaggedAmount]:
    return read.amounts(snapshot, moment, edition_code, coding)


def _of_its_year(
    snapshot: Snapshot, moment: int, edition: Edition, coding: str, asked: str
) -> list[TaggedAmount]:
    """The amounts of the edition's year by one coding; of one that is not asked for nothing else is read."""
    if coding in (asked, edition.scheme_code):
        whole = _amounts(snapshot, moment, edition.code, coding)
        return [each for each in whole if each.period == edition.period]
    return _amounts_of_year(snapshot, moment, edition, coding)


@kept_by_version(KEPT)
def _amounts_of_year(snapshot: Snapshot, moment: int, edition: Edition, coding: str) -> list[TaggedAmount]:
    return read.amounts(snapshot, moment, edition.code, coding, edition.period)


def _by_old_tags(
    snapshot: Snapshot, moment: int, edition: Edition, earlier: Edition | None, coding: str
) -> list[TaggedAmount] | None:
    """This year's spending by the tags of the edition before; None where that has no coding of the kind."""
    if earlier is None:
        return None
    found = read.amounts(snapshot, moment, earlier.code, coding, edition.period)
    return found if any(each.level for each in found) else None


def _people(snapshot: Snapshot, at: int, organisations: Sequence[str]) -> dict[date, int] | None:
    """The people of the one area that all of these serve; None where they serve several."""
    areas = read.areas_of(snapshot, at, organisations)
    if len(areas) != 1:
        return None
    (area,) = areas
    return {day: people for (code, day), people in read.people(snapshot, at).items() if code == area}
