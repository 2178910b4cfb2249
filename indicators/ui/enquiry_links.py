"""Where a question leads: the page that shows what it is about."""

from __future__ import annotations

from indicators.scrutiny.question import SubjectKind
from indicators.ui import markup
from indicators.ui.choices import query

KEEP = ("area", "as_at")
WHERE: dict[SubjectKind, tuple[str, str]] = {
    "indicator": ("indicator", "code"),
    "edition": ("prevention", "edition"),
    "recommendation": ("recommendations", "recommendation"),
    "partnership": ("partnerships", "partnership"),
    "delivery_chain": ("chains", "chain"),
    "benefit": ("benefits", "benefit"),
}
WHOLE: dict[SubjectKind, str] = {"basket": "./", "register": "partnerships"}


def subject_address(kind: SubjectKind, subject: str) -> str:
    """The address of the subject's own page, with place and moment kept."""
    if kind in WHOLE:
        return f"{WHOLE[kind]}{query(KEEP)}"
    page, name = WHERE[kind]
    return f"{page}{query(KEEP, **{name: subject})}"


def subject_link(kind: SubjectKind, subject: str, text: str) -> str:
    """A link to the subject."""
    return markup.link(subject_address(kind, subject), text)
