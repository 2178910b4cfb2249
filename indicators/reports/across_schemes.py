"""The core share by every scheme that can read an edition's lines, in a sentence that says on how many codings they rest."""

from __future__ import annotations

from indicators.assessments.audited import Audit
from indicators.reports.audit_words import exact
from indicators.wording import prevention_page

OURS = {"suggested"}  # the roles in which we code ourselves


def across(audit: Audit, *, only_shown: bool = False) -> str:
    """The range of the core share; empty where fewer than two schemes can read the lines.

    Schemes that read the same tags do not confirm each other, so it is said how many codings there are, and how many are ours.

    Args:
        audit: of one edition.
        only_shown: only the schemes that read the coding that is shown, as the others know nothing of lines that are
            classified differently in one view.
    """
    coding_of = audit.rows.codings_read
    read = {
        each.scheme.code: share
        for each in audit.schemes
        if each.shares
        and not (only_shown and coding_of[each.scheme.code] != audit.rows.coding)
        and (share := exact(each.shares.core_of_in_scope)) is not None
    }
    if len(read) < 2:  # noqa: PLR2004 - a range needs two
        return ""
    codings = {coding_of[code] for code in read}
    ours = [coding for coding in codings if _is_ours(audit, coding)]
    return prevention_page.across(list(read.values()), codings=len(codings), ours=len(ours))


def _is_ours(audit: Audit, coding: str) -> bool:
    roles = {each.role for each in audit.rows.coders if each.scheme == coding}
    return bool(roles) and roles <= OURS
