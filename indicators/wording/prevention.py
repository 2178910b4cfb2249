"""The names of the prevention audit: levels, roles, stages, headings; and its money and shares in print."""

from __future__ import annotations

from decimal import Decimal

from indicators.wording.numbers import NO_VALUE, change, with_unit

Amount = float | Decimal

TITLE = "Prevention audit"
LEVELS = {
    "PP": "primary prevention",
    "SP": "secondary prevention",
    "TP": "tertiary prevention",
    "AS": "acute spending",
    "RS": "responsive spending",
    "PV": "prevention",
    "MX": "mixed",
    "EN": "enabling spending",
    "UC": "unclassified",
    "OOS": "out of scope",
}
NOT_JUDGED = "not judged"
ROLES = {
    "suggested": "ours, unmoderated",
    "first": "first coder",
    "second": "second coder",
    "moderated": "moderated",
}
STATUSES = {
    "scoping": "its scope is being set",
    "collecting": "figures are being collected",
    "tagging": "lines are being coded",
    "moderation": "the coding is being moderated",
    "finance_certified": "certified by finance",
    "assured": "assured",
    "published": "published",
    "scrutinised": "scrutinised",
    "frozen": "frozen: it can only be restated by a new edition",
}
STAGES = {
    "self_assessed": "Self-assessed",
    "second_coded": "Second-coded",
    "finance_certified": "Certified by finance",
    "internal_audit_reviewed": "Reviewed by internal audit",
    "scrutiny_challenged": "Challenged by scrutiny",
}
BASES = {
    "budget": "budget",
    "outturn_provisional": "provisional outturn",
    "outturn_final": "final outturn",
    "outturn": "outturn",
}
PARTS = {
    "scope": "1. Scope",
    "scheme": "2. Scheme",
    "spend": "3. Spending by level",
    "movement": "4. Why it moved",
    "pooled": "5. Pooled and aligned money",
    "saving": "6. Invest to save",
    "influence": "7. Influence of the partnership",
    "evidence": "8. Evidence that the services prevent anything",
    "outcomes": "9. Links to outcomes",
    "confidence": "10. Confidence and known errors",
    "sign_offs": "11. Assurance",
    "restatement": "12. Restatement",
}
MISSING = {
    "pooled": "Missing: no pooled agreement has been recorded. Submit rows of the dataset pooled_agreement.",
    "saving": "Missing: no invest-to-save case has been recorded. Submit rows of the dataset saving_case.",
    "influence": "Missing: no claim of influence has been recorded. Submit rows of the dataset influence_claim.",
    "evidence": "Missing: no study of a service has been recorded. Submit rows of the dataset intervention_evidence.",
    "outcomes": "Missing: no service is linked to an indicator. Submit rows of the dataset intervention_evidence.",
    "second_coder": (
        "Missing: nobody has coded the lines a second time. Submit rows of the dataset prevention_tag with the role second."
    ),
    "sign_offs": "Missing: nobody has given an opinion yet. Submit rows of the dataset assurance_opinion.",
}
YEAR_COLUMNS = (
    "Year",
    "Core, £m",
    "Core share",
    "Of classified",
    "Broad share",
    "Coverage",
    "Acute, £m",
    "In scope, £m",
    "Core, real, £m",
    "Core a head",
)
LEVEL_COLUMNS = ("Partner", "Level", "£ million")
PLACE_COLUMNS = ("Place", "Return", "Year", "Core share", "Broad share", "Coverage")
SCHEME_COLUMNS = ("Scheme", "Core share", "Broad share", "")
CODER_COLUMNS = ("Scheme", "Role", "Lines", "By")
MOVEMENT = {
    "before": "The year before",
    "price": "Prices",
    "volume": "More or less spending in all",
    "within": "Within partners",
    "mix": "Mix of partners",
    "reclassification": "Reclassification",
    "after": "This year",
}
BESIDE = "Coded too, and not counted in the headline:"
OURS = "The coding is ours and unmoderated: no partner has judged it."
LINK_IS_NO_CAUSE = "A link between spending and an indicator is not a cause."
ACUTE_BESIDE = "A rising share is not a falling acute bill: the acute spending stands beside it."


def millions(thousands: Amount | None, decimals: int = 1) -> str:
    """Thousands of pounds as millions.

    >>> millions(32289.964), millions(-500, 2), millions(None)
    ('£32.3 million', '−£0.50 million', '–')
    """
    if thousands is None:
        return NO_VALUE
    return f"{with_unit(Decimal(str(thousands)) / 1000, decimals, '£')} million"


def per_cent(share: Amount | None) -> str:
    """A share from 0 to 1 in per cent.

    >>> per_cent(0.18057), per_cent(None)
    ('18.1%', '–')
    """
    return NO_VALUE if share is None else with_unit(Decimal(str(share)) * 100, 1, "%")


def points(share: Amount) -> str:
    """A change of a share in percentage points.

    >>> points(0.01424), points(-0.1628)
    ('+1.4 points', '−16.3 points')
    """
    return change(Decimal(str(share)) * 100, 1, "%")
