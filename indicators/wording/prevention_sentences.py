"""The sentences of the prevention audit. They never claim a cause."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.wording.letters import lowered
from indicators.wording.numbers import MINUS, number
from indicators.wording.prevention import BASES, Amount, millions, per_cent


def partly_ours(ours: Amount, in_scope: Amount) -> str:
    """How much of what is in scope is counted by our own suggestion.

    >>> partly_ours(71452, 178823)
    'Of £178.8 million in scope £71.5 million is still counted by our own suggestion, unmoderated.'
    """
    return f"Of {millions(in_scope)} in scope {millions(ours)} is still counted by our own suggestion, unmoderated."


def not_stated(column: str, years: Sequence[str], why: str) -> str:
    """Why a column of the table of years is empty; `years` are those in which it is, none for every year.

    >>> not_stated("Core a head", ["2024/25"], "There is no estimate of the people for 30 June 2024.")
    'Core a head, 2024/25: there is no estimate of the people for 30 June 2024.'
    """
    return f"{', '.join((column, *years))}: {lowered(why)}"


def headline(
    year: str,
    *,
    core: Amount,
    in_scope: Amount,
    share: Amount,
    broad: Amount,
    surest: Amount,
    sure: Amount,
    core_levels: Sequence[str],
    broad_levels: Sequence[str],
) -> str:
    """The headline as a range; `surest` and `sure` are the core share by tags of high, and of high and medium confidence.

    `core_levels` are the titles of the levels that the scheme counts as core, `broad_levels` of those that it adds in the broad
    share; where it adds none, only one share is said.

    >>> amounts = {"core": 32290, "in_scope": 178823, "share": 0.1806, "surest": 0.0, "sure": 0.1518}
    >>> levels = {"core_levels": ["Primary prevention", "Secondary prevention"], "broad_levels": ["Tertiary prevention"]}
    >>> headline("2024/25", broad=0.194, **amounts, **levels)
    'In 2024/25 £32.3 million of £178.8 million in scope was core prevention (primary prevention and secondary prevention): \
18.1%. Tags of high confidence alone give 0.0%, those of high and medium confidence 15.2%. With tertiary prevention it is 19.4%.'
    >>> headline("2024/25", broad=0.1806, **amounts, core_levels=["Preventative"], broad_levels=[])
    'In 2024/25 £32.3 million of £178.8 million in scope was core prevention (preventative): 18.1%. Tags of high confidence \
alone give 0.0%, those of high and medium confidence 15.2%. This scheme has no level that only the broad share counts.'
    """
    what = f" ({_listed([title.lower() for title in core_levels])})" if core_levels else ""
    wider = (
        f"With {_listed([title.lower() for title in broad_levels])} it is {per_cent(broad)}."
        if broad_levels
        else "This scheme has no level that only the broad share counts."
    )
    return (
        f"In {year} {millions(core)} of {millions(in_scope)} in scope was core prevention{what}: "
        f"{per_cent(share)}. Tags of high confidence alone give {per_cent(surest)}, those of high and medium confidence "
        f"{per_cent(sure)}. {wider}"
    )


def turned(
    year: str, change_in_points: float, *, years_before: int, can_tell: bool, quiet_since: bool
) -> str:
    """The largest change of the share in one year, and what can be said of it.

    >>> turned("2017/18", -16.28, years_before=2, can_tell=False, quiet_since=True)
    'The share fell by 16.3 points in the single year 2017/18: a step or a recoding, which statistics cannot tell with 2 years \
before it. Since then it has stayed within its usual variation.'
    """
    way = "fell" if change_in_points < 0 else "rose"
    size = number(abs(change_in_points), 1)
    before = f"{years_before} year{'' if years_before == 1 else 's'} before it"
    what = (
        "whether it was a step or a recoding, the figures alone do not say"
        if can_tell
        else f"a step or a recoding, which statistics cannot tell with {before}"
    )
    after = (
        "Since then it has stayed within its usual variation."
        if quiet_since
        else "Since then it has moved by more than its usual variation, or too few years have passed."
    )
    return f"The share {way} by {size} points in the single year {year}: {what}. {after}"


def money_then_and_now(
    core: Sequence[tuple[str, Amount, Amount | None]], base: str, real_change: Amount | None
) -> str:
    """Core money of some years in cash and in real terms, and its real change from the first to the last.

    >>> money_then_and_now([("2016/17", 32909, 43178), ("2024/25", 32290, 32290)], "2024/25", -0.2522)
    'Core prevention came to £32.9 million in 2016/17 and £32.3 million in 2024/25; in prices of 2024/25 to £43.2 million and \
£32.3 million, 25.2% less in real terms.'
    """
    cash = _listed([f"{millions(amount)} in {year}" for year, amount, _ in core])
    real = [millions(amount) for _, _, amount in core if amount is not None]
    in_real = f"; in prices of {base} to {_listed(real)}" if len(real) == len(core) else ""
    changed = (
        ""
        if not real_change or not in_real
        else f", {per_cent(abs(real_change))} {'less' if real_change < 0 else 'more'} in real terms"
    )
    return f"Core prevention came to {cash}{in_real}{changed}."


def wholes(
    first: str, last: str, *, total_then: Amount, total_now: Amount, acute_then: Amount, acute_now: Amount
) -> str:
    """All spending in scope and acute spending, then and now: always beside the share."""
    return (
        f"All spending in scope went from {millions(total_then)} in {first} to {millions(total_now)} in {last}, acute spending "
        f"from {millions(acute_then)} to {millions(acute_now)}."
    )


def place(name: str, first: str, then: Amount | None, last: str, now: Amount | None) -> str:
    """Another place by the same rule.

    >>> place("England", "2016/17", 0.2521, "2024/25", 0.184)
    'England: 25.2% in 2016/17, 18.4% in 2024/25.'
    """
    return f"{name}: {per_cent(then)} in {first}, {per_cent(now)} in {last}."


def step(part: str, thousands: Amount | None) -> str:
    """One step of the movement statement in millions of pounds; the first and the last are no changes.

    >>> step("before", 29046.014), step("price", 1183.6), step("mix", 0), step("within", -474.3)
    ('£29.0 million', '+£1.2 million', 'no change', '−£0.5 million')
    >>> step("reclassification", None)
    'not known'
    """
    if thousands is None:
        return "not known"
    if part in ("before", "after"):
        return millions(thousands)
    if not thousands:
        return "no change"
    return f"{'+' if thousands > 0 else MINUS}{millions(abs(thousands))}"


def by_pounds(share: Amount) -> str:
    """The pounds on which two coders agree."""
    return f"Of the money in lines coded twice, {per_cent(share)} was put at the same level by both."


def kappa(value: Amount, lines: int, *, blocks: bool) -> str:
    """The agreement of two coders over lines.

    >>> kappa(0.782067, 100, blocks=False)
    'Two coders agree on 100 lines with a kappa of 0.78.'
    """
    warning = (
        " That is below 0.60: an edition is published only once the lines on which they differ are moderated."
        if blocks
        else ""
    )
    return f"Two coders agree on {number(lines, 0)} lines with a kappa of {number(value, 2)}.{warning}"


def influence(claims: int, gross: Amount, net: Amount, demonstrated: Amount) -> str:
    """What was claimed and what of it is demonstrated."""
    return (
        f"{claims} claim{'' if claims == 1 else 's'}: {millions(gross)} gross, {millions(net)} net of what would have happened "
        f"anyway, of which {millions(demonstrated)} is demonstrated (grade I3 or more)."
    )


def counted_return(
    organisation: str,
    parent: str,
    measure: str,
    basis: str,
    *,
    total: Amount | None,
    certified_by: str | None,
) -> str:
    """One return that an edition counts.

    >>> counted_return("The council", "Children", "gross", "outturn", total=178823, certified_by=None)
    'The council, Children (gross), outturn, £178.8 million; certified by nobody'
    """
    stated = "" if total is None else f", {millions(total)}"
    return f"{organisation}, {parent} ({measure}), {BASES[basis]}{stated}; certified by {certified_by or 'nobody'}"


def link(line: str, indicator: str, lag_years: Amount | None) -> str:
    """A service and the indicator that it is meant to move.

    >>> link("Youth work", "NEET", 2), link("Youth work", "NEET", None)
    ('Youth work: NEET, after 2.0 years', 'Youth work: NEET')
    """
    return f"{line}: {indicator}" + ("" if lag_years is None else f", after {number(lag_years, 1)} years")


def restates(edition: str | None, changes: str | None) -> str:
    """Which edition this one restates, and what changed.

    >>> restates(None, None), restates("2023-24", "Two lines were coded anew.")
    ('This edition restates no other.', 'This edition restates 2023-24. Two lines were coded anew.')
    """
    if edition is None:
        return "This edition restates no other."
    return f"This edition restates {edition}. {changes or 'It does not say what changed.'}"


def _listed(texts: Sequence[str]) -> str:
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}"
