"""`token make`, `token list` and `token revoke`."""

from __future__ import annotations

import pytest

from indicators.store.tokens import Tokens


def test_a_token_is_shown_once_and_never_again(nothing):
    made = nothing.read(
        "token", "make", "Night job", "--dataset", "observation", "--dataset", "target", "--commit"
    )
    assert (made["may"], made["datasets"]) == ("submit", ["observation", "target"])
    assert Tokens(nothing.home).find(made["token"]).id == made["id"]
    (listed,) = nothing.read("token", "list")["tokens"]
    assert listed == {name: value for name, value in made.items() if name != "token"}
    assert made["token"] not in nothing.text("token", "list")
    assert "Night job check and submit observation, target" in nothing.text("token", "list")


def test_without_commit_a_token_may_only_check(nothing):
    assert nothing.read("token", "make", "Looks only")["may"] == "check"
    words = nothing.text("token", "make", "Another")
    assert "shown this once" in words
    assert "ib_" in words


def test_revoking_closes_it(nothing):
    made = nothing.read("token", "make", "Night job")
    assert "opens nothing any more" in nothing.text("token", "revoke", made["id"])
    assert Tokens(nothing.home).find(made["token"]) is None
    assert nothing.read("token", "revoke", made["id"], code=1)["error"]["code"] == "token_unknown"


def test_with_none_it_says_that_it_is_off(nothing):
    assert "takes nothing from machines" in nothing.text("token", "list")


def test_wrong_use_is_two(nothing):
    assert nothing.run("token", "make", "Job", "--dataset", "figures").exit_code == 2


@pytest.mark.parametrize(
    ("name", "said"),
    [("", "The name is empty."), (" ", "The name is empty."), ("a\nb", "The name holds a line end")],
)
def test_the_name_of_a_token_can_be_shown(nothing, name, said):
    assert said in nothing.text("token", "make", name, code=2)
    assert Tokens(nothing.home).all() == ()


def test_a_damaged_file_of_tokens_is_named_with_the_way_out(nothing):
    nothing.home.mkdir(exist_ok=True)
    (nothing.home / "tokens.json").write_text("[{}]")
    answer = nothing.read("token", "list", code=1)
    assert answer["error"]["code"] == "tokens_unusable"
