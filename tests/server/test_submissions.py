"""Files from machines: off until a token is made, then the same checks and the same receipt as for everybody."""

from __future__ import annotations

import asyncio
import json
import shutil
from concurrent.futures import ThreadPoolExecutor

import jsonschema
import pytest
from starlette.applications import Starlette

from indicators.server.api import api_routes, submissions, submissions_asked
from indicators.server.api.description import description
from indicators.store import open_store
from indicators.store.tokens import Tokens
from indicators.submissions import load_embedded
from indicators.submissions.first_start import EMBEDDED
from tests.server.asking import ask, run

FIGURE = b"indicator_code,area_code,period,value,status,source_period,source,source_key\n"
FIGURES = FIGURE + b"KSI-CAS,E10000025,2015,350,final,2015,Newspaper,OM-2015\n"
WRONG = FIGURE + b"KSI-CAZ,E10000025,2015,350,final,2015,Newspaper,OM-2015\n"
ADDRESS = "/api/v1/submissions?dataset=observation"
NOTED = f"{ADDRESS}&note=Annual%20figures&file_name=ksi.csv"
DRY = f"{ADDRESS}&dry_run=true"


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    home = tmp_path_factory.mktemp("machine")
    with open_store(home) as store:
        load_embedded(store, EMBEDDED)
        store.snapshot()
    return home


@pytest.fixture
def home(loaded, tmp_path, monkeypatch):
    """A home with the embedded figures and no token."""
    own = tmp_path / "home"
    shutil.copytree(loaded, own)
    monkeypatch.setattr(submissions_asked, "home", lambda: own)
    with open_store(own) as store:
        monkeypatch.setattr(submissions, "ready_store", lambda: store)
        yield own


@pytest.fixture
def post(home):
    """Send a file with a token; each answer is held to the description."""
    app = Starlette(routes=api_routes())
    operation = description()["paths"]["/submissions"]["post"]

    def send(address, token=None, body=FIGURES, method="POST", **headers):
        if token is not None:
            headers["authorization"] = f"Bearer {token}"
        answered = ask(app, address, method=method, headers=headers, body=body)
        described = operation["responses"][str(answered.status)]
        kind = answered.headers["content-type"].partition(";")[0]
        schema = described["content"][kind]["schema"] | {"components": description()["components"]}
        jsonschema.Draft202012Validator(schema).validate(answered.json())
        return answered

    return send


@pytest.fixture
def tokens(home):
    return Tokens(home)


@pytest.fixture
def token(tokens):
    """A token that may submit observations."""
    return tokens.make("Night job", may="submit", datasets=["observation"])[1]


def code(answered):
    return answered.status, answered.json()["code"]


def test_it_is_off_until_a_token_is_made_and_after_the_last_is_revoked(post, tokens):
    assert code(post(NOTED, "anything")) == (404, "submissions_off")
    made, text = tokens.make("Night job", may="submit")
    assert post(DRY, text).status == 200
    tokens.revoke(made.id)
    assert code(post(DRY, text)) == (404, "submissions_off")


def test_a_file_is_recorded_with_a_receipt_and_the_name_of_the_token(post, token, home):
    answered = post(NOTED, token)
    assert answered.status == 201
    told = answered.json()
    assert (told["accepted"], told["ok"], told["file"], told["counts"]["added"]) == (True, True, "ksi.csv", 1)
    with open_store(home) as store:
        entry = store.ledger.find(told["receipt"]["id"])
        assert entry.hash == told["receipt"]["hash"]
        assert entry.by.startswith("Night job (token ")
        assert (entry.note, entry.file_name) == ("Annual figures", "ksi.csv")
        assert store.ledger.verify().ok


def test_the_same_file_again_has_the_same_receipt(post, token):
    first = post(NOTED, token).json()["receipt"]
    again = post(NOTED, token)
    assert again.status == 200
    assert again.json()["receipt"] == first | {"already": True}


def test_warnings_of_an_accepted_file_are_told(post, token):
    body = FIGURE + b"KSI-CAS,E10000025,2014,380,final,2014,Newspaper,OM-2015\n"
    found = post(NOTED, token, body).json()["findings"]
    assert (2, "value", "revision") in [(each["line"], each["column"], each["rule"]) for each in found]
    assert {each["severity"] for each in found} == {"warning"}


def test_warnings_that_are_damaged_end_in_a_sentence(post, token, home):
    receipt = post(NOTED, token).json()["receipt"]
    (kept,) = (home / "ledger").glob(f"*-{receipt['hash']}/findings.json")
    kept.write_bytes(b"5")
    assert code(post(NOTED, token)) == (503, "figures_unavailable")


def test_a_dry_run_stores_nothing_and_tells_the_same(post, token, home):
    before = sorted(path.name for path in (home / "ledger").iterdir())
    answered = post(DRY, token)
    assert answered.status == 200
    assert answered.json()["counts"] == {"added": 1, "revised": 0, "unchanged": 0, "removed": 0}
    assert answered.json()["receipt"] is None
    assert sorted(path.name for path in (home / "ledger").iterdir()) == before


@pytest.mark.parametrize("address", [NOTED, DRY], ids=["to submit", "dry run"])
def test_a_file_with_errors_is_refused_whole_with_every_finding(post, token, address, home):
    answered = post(address, token, WRONG)
    assert answered.status == 422
    told = answered.json()
    assert (told["accepted"], told["ok"], told["receipt"]) == (False, False, None)
    [finding] = [each for each in told["findings"] if each["severity"] == "error"]
    assert (finding["line"], finding["column"], finding["rule"]) == (2, "indicator_code", "unknown_reference")
    assert "KSI-CAS" in finding["message"]


def test_workbooks_and_hostile_bytes_are_read_as_everywhere(post, token):
    assert post(DRY, token, b"\x89PNG\r\n\x1a\n").json()["findings"][0]["rule"] == "not_a_table"
    assert post(DRY, token, b"").json()["findings"][0]["rule"] == "empty_file"


REFUSED = {
    "no token": (DRY, None, {}, 401, "token_missing"),
    "another scheme": (DRY, None, {"authorization": "Basic eDp5"}, 401, "token_missing"),
    "a wrong token": (DRY, "ib_00000000_guess", {}, 401, "token_refused"),
    "another dataset": (DRY.replace("observation", "target"), "good", {}, 403, "token_for_others"),
    "no dataset": ("/api/v1/submissions?dry_run=true", "good", {}, 400, "parameter_needed"),
    "no such dataset": (DRY.replace("observation", "x"), "good", {}, 422, "choice_unknown"),
    "no note": (ADDRESS, "good", {}, 400, "parameter_needed"),
    "a blank note": (f"{ADDRESS}&note=%20", "good", {}, 422, "text_unreadable"),
    "a note with a line end": (f"{ADDRESS}&note=a%0Ab", "good", {}, 422, "text_unreadable"),
    "an unknown parameter": (f"{DRY}&force=true", "good", {}, 400, "parameter_unknown"),
    "a dry run that is neither": (f"{ADDRESS}&dry_run=yes", "good", {}, 422, "choice_unknown"),
    "a form": (DRY, "good", {"content-type": "multipart/form-data; boundary=x"}, 415, "a_form"),
    "a compressed file": (DRY, "good", {"content-encoding": "gzip"}, 415, "compressed"),
    "what curl -d sends": (DRY, "good", {"content-type": "application/x-www-form-urlencoded"}, 415, "a_form"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_request_that_cannot_be_met_is_refused_in_words(post, token, name):
    address, given, headers, status, problem = REFUSED[name]
    answered = post(address, token if given == "good" else given, **headers)
    assert code(answered) == (status, problem)
    assert answered.json()["way_out"].endswith(".")
    assert (answered.headers.get("www-authenticate") == "Bearer") is (status == 401)


def test_only_post(post, token):
    answered = post(DRY, token, method="GET")
    assert (code(answered), answered.headers["allow"]) == ((405, "post_only"), "POST")


def test_a_token_for_checks_alone_cannot_submit(post, tokens):
    _, text = tokens.make("Looks only", may="check")
    assert code(post(NOTED, text)) == (403, "token_checks_only")
    assert post(DRY, text).status == 200


def test_no_more_is_read_than_may_be(post, token, monkeypatch):
    monkeypatch.setattr(submissions, "SENT_BYTES_MOST", 50)
    assert code(post(DRY, token)) == (413, "too_large")
    assert code(post(DRY, token, **{"content-length": "51"}, body=b"")) == (413, "too_large")
    assert code(post(DRY, token, **{"content-length": "9" * 5000}, body=b"")) == (413, "too_large")
    monkeypatch.undo()


def test_the_name_of_a_file_is_never_a_path(post, token):
    answered = post(NOTED.replace("ksi.csv", "..%2F..%2Fetc%2Fpasswd.csv"), token)
    assert answered.json()["file"] == "passwd.csv"


def test_too_many_at_once_are_asked_to_come_again(post, token):
    for _ in range(submissions.AT_ONCE):
        assert submissions._places.acquire(blocking=False)
    try:
        answered = post(DRY, token)
        assert (code(answered), answered.headers["retry-after"]) == ((429, "too_many_at_once"), "5")
    finally:
        for _ in range(submissions.AT_ONCE):
            submissions._places.release()
    assert post(DRY, token).status == 200


def test_a_ledger_that_cannot_be_written_is_said(post, token, home):
    shutil.rmtree(home / "ledger")
    (home / "ledger").write_text("a file in the way")
    assert code(post(NOTED, token)) == (503, "figures_unavailable")


def test_the_tokens_file_that_cannot_be_read_lets_nobody_in(post, token, home):
    (home / "tokens.json").write_text("[{}]")
    assert code(post(DRY, token)) == (503, "figures_unavailable")


def test_several_at_once_are_all_recorded(post, token, home):
    bodies = [FIGURES.replace(b",350,", f",{300 + number},".encode()) for number in range(3)]
    with ThreadPoolExecutor(3) as threads:
        answers = list(threads.map(lambda body: post(NOTED, token, body), bodies))
    assert [answered.status for answered in answers] == [201] * 3
    with open_store(home) as store:
        assert store.ledger.verify().ok
        ids = {entry.id for entry in store.ledger.entries()}
    assert {answered.json()["receipt"]["id"] for answered in answers} <= ids


def test_no_token_stands_anywhere_in_the_home(token, home):
    secret = token.rpartition("_")[2].encode()
    assert all(secret not in path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert json.loads((home / "tokens.json").read_text())[0]["sha256"]


def sent(app, token, messages, wait=0.0):
    """Send a file in these pieces, `wait` seconds apart; what came back."""
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/api/v1/submissions",
        "query_string": b"dataset=observation&dry_run=true",
        "headers": [(b"authorization", f"Bearer {token}".encode())],
    }
    left, answers = list(messages), []

    async def receive():
        await asyncio.sleep(wait)
        return left.pop(0)

    async def send(message):
        answers.append(message)

    run(app(scope, receive, send))
    return answers


def test_who_sends_slowly_does_not_keep_a_place_for_ever(post, token, monkeypatch):
    monkeypatch.setattr(submissions, "BODY_SECONDS", 0.05)
    pieces = [{"type": "http.request", "body": b"a", "more_body": True}] * 9
    app = Starlette(routes=api_routes())
    start, body = sent(app, token, pieces, wait=0.02)
    assert (start["status"], json.loads(body["body"])["code"]) == (408, "too_slow")
    assert "408" in description()["paths"]["/submissions"]["post"]["responses"]
    monkeypatch.undo()
    assert submissions._places._value == submissions.AT_ONCE


def test_who_is_gone_before_the_end_leaves_no_traceback(home, token, caplog):
    caplog.set_level("INFO")
    pieces = [{"type": "http.request", "body": b"a", "more_body": True}, {"type": "http.disconnect"}]
    assert sent(Starlette(routes=api_routes()), token, pieces) == []
    assert [record.exc_info for record in caplog.records if "gone before its end" in record.message] == [None]
    assert submissions._places._value == submissions.AT_ONCE
