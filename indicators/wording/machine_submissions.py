"""What the address for submissions from machines says of itself, and what it refuses, each with the way out."""

from __future__ import annotations

SUMMARY = "Submit a file, or check it in a dry run"
DESCRIPTION = """The body is the file as it is, a CSV or a workbook (`curl --data-binary @file`), whole or refused whole, by the
same checks as on the page. With `dry_run=true` nothing is stored. The same file again is answered with the receipt of the first
time. Off until a token is made with `python -m indicators token make`.
"""
BEARER = "A token made with `python -m indicators token make`."
BODY = "The file, as it is."
PARAMETERS = {
    "dataset": "What the rows of the file are.",
    "dry_run": "Check only; nothing is stored.",
    "note": "Why; it stays with the entry for ever. Needed unless it is a dry run.",
    "file_name": "What the sender calls the file.",
}
RESPONSES = {
    200: "Checked in a dry run and without errors, or recorded before.",
    201: "Recorded.",
    400: "A parameter that this address does not have, one given twice, or one that is needed and not given.",
    401: "No token, or none that is open.",
    403: "The token is not for this.",
    404: "Off: no token was made yet.",
    405: "Only POST.",
    408: "The file did not come to its end in time.",
    409: "Others record so quickly that the file could not be compared with a version that stays.",
    413: "The file is too large.",
    415: "The body is a form, or compressed, and not the file as it is.",
    422: "The file has errors, and nothing was stored; or a parameter cannot be read.",
    429: "Several files are being sent or checked already.",
    503: "The ledger cannot be read or written.",
}
FIELDS = {
    "accepted": "Whether the file is recorded, now or before.",
    "ok": "Whether the file has no errors.",
    "counts": "What it does, or would do, to the rows in force; null where it is refused.",
    "receipt": "What to keep; null where nothing is recorded.",
    "findings": "Everything wrong or strange, by line; an error refuses the file, a warning does not.",
}
MACHINE_PROBLEMS: dict[str, tuple[str, str]] = {
    "submissions_off": (
        "Nothing is taken from machines here.",
        "Whoever runs this server makes a token with `python -m indicators token make`.",
    ),
    "token_missing": (
        "There is no token in the request.",
        "Send the header `Authorization: Bearer TOKEN`.",
    ),
    "token_refused": (
        "The token opens nothing: it is not one of ours, or was revoked.",
        "Ask whoever runs this server for another; `python -m indicators token list` shows those that are open.",
    ),
    "token_for_others": (
        "The token is not for the dataset {dataset}.",
        "It is for {known}. Make another with `python -m indicators token make`.",
    ),
    "token_checks_only": (
        "The token may check files and not submit them.",
        "Add `dry_run=true`, or make one with `--commit`.",
    ),
    "parameter_needed": ("The parameter “{asked}” is needed.", "Give it in the address."),
    "text_unreadable": (
        "“{asked}” cannot be a {name}.",
        "Give from 1 to {highest} characters that can be shown.",
    ),
    "too_large": ("The file is larger than {most} bytes.", "Split it."),
    "a_form": (
        "The body is a form.",
        "Send the file itself as the body: `curl --data-binary @figures.csv`, not `-F` or `-d`, and a content type such as text/csv.",
    ),
    "compressed": ("The body is compressed.", "Send the file as it is, without `Content-Encoding`."),
    "too_slow": ("The file did not come to its end within {seconds} seconds.", "Send it again."),
    "too_many_at_once": ("Several files are being sent or checked already.", "Try again in a few seconds."),
    "post_only": ("This address takes files and shows nothing.", "Send a file with POST."),
}
