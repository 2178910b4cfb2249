"""Tokens: kept as hashes in a file of its own, opened by their whole text alone, closed for ever when revoked."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from indicators.store.tokens import Tokens, TokensUnusable, TokenUnknown


@pytest.fixture
def tokens(tmp_path):
    return Tokens(tmp_path / "home")


def test_without_a_token_it_is_off_and_nothing_is_written(tokens, tmp_path):
    assert not tokens.is_on()
    assert tokens.find("anything") is None
    assert tokens.all() == ()
    assert not (tmp_path / "home").exists()


def test_a_token_is_found_by_its_whole_text_and_kept_as_a_hash(tokens, tmp_path):
    token, text = tokens.make(" Night job ", may="submit", datasets=["observation"])
    assert (token.name, token.may, token.datasets, token.is_active) == (
        "Night job",
        "submit",
        ("observation",),
        True,
    )
    assert Tokens(tmp_path / "home").find(text) == token
    for other in (text[:-1], text + "x", text.upper(), token.sha256, token.id, ""):
        assert tokens.find(other) is None
    content = (tmp_path / "home" / "tokens.json").read_text()
    assert text.split("_", 2)[2] not in content
    assert token.sha256 in content
    assert len(text.split("_", 2)[2]) == 43, "256 random bits in base64"


def test_only_its_owner_may_read_the_file(tokens, tmp_path):
    tokens.make("Night job", may="check")
    assert stat.S_IMODE((tmp_path / "home" / "tokens.json").stat().st_mode) == 0o600


def test_a_revoked_token_opens_nothing_and_stays_in_the_list(tokens):
    first, text = tokens.make("First", may="check")
    second, _ = tokens.make("Second", may="submit")
    revoked = tokens.revoke(first.id)
    assert revoked.revoked_at is not None
    assert tokens.find(text) is None
    assert tokens.all() == (revoked, second)
    for asked in (first.id, "nothing"):
        with pytest.raises(TokenUnknown):
            tokens.revoke(asked)


def test_a_token_without_datasets_is_for_all(tokens):
    for_all, _ = tokens.make("All", may="check")
    for_some, _ = tokens.make("Some", may="check", datasets=["target", "observation"])
    assert for_all.covers("theme")
    assert [for_some.covers(name) for name in ("target", "observation", "theme")] == [True, True, False]


@pytest.mark.parametrize(
    ("name", "datasets"), [(" ", ()), ("Job", ("figures",))], ids=["no name", "no such dataset"]
)
def test_wrong_use(tokens, name, datasets):
    with pytest.raises(ValueError, match="declared datasets"):
        tokens.make(name, may="check", datasets=datasets)


def test_many_made_at_once_are_all_kept(tokens):
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda number: tokens.make(f"Job {number}", may="check")[0], range(16)))
    assert {each.id for each in tokens.all()} == {each.id for each in made}
    assert len(tokens.all()) == 16


@pytest.mark.parametrize("content", [b"[{}]", b"not JSON", b"\xff", b"{", b'[{"id": 1}]'])
def test_a_damaged_file_lets_nobody_in(tokens, tmp_path, content):
    tokens.make("Night job", may="check")
    (tmp_path / "home" / "tokens.json").write_bytes(content)
    with pytest.raises(TokensUnusable):
        tokens.find("anything")
    with pytest.raises(TokensUnusable):
        tokens.make("Another", may="check")
    assert (tmp_path / "home" / "tokens.json").read_bytes() == content


def test_a_home_that_cannot_be_a_folder(tmp_path):
    (tmp_path / "home").write_text("a file")
    with pytest.raises(TokensUnusable) as refused:
        Tokens(tmp_path / "home").make("Night job", may="check")
    assert refused.value.figures["reason"] in ("EEXIST", "ENOTDIR")
