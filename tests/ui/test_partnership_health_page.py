"""Partnership health: empty on the embedded data, and with the example of two rounds."""

from __future__ import annotations

from indicators.assessments.partner_survey import judged_round
from indicators.datasets.example_files import example
from indicators.store.rows_in_force import rows_in_force
from indicators.submissions import accept
from indicators.ui.partnership_health_screen import NAMES
from indicators.wording import partnership_health, register
from tests.ui.conftest import words


def send(store):
    for name in NAMES:
        accept(store, name, example(name), f"{name}.csv", by="a test", note="trying")
        store.snapshot()


def test_nothing_is_known_yet_and_the_statements_are_said_to_be_ours(screen):
    text = words(screen("partnership_health"))
    assert register.EMPTY in text
    assert register.EXAMPLE in text
    assert "in our words" in text


def test_a_round_with_what_must_be_hidden_hidden(own_home, screen):
    send(own_home)
    test = screen("partnership_health")
    text = words(test)
    assert "about 75 people answered, of 92 who were asked" in text
    assert "Most agreement is on “Strengths”" in text
    assert "public bodies agree more, by" in text
    assert partnership_health.HIDING in text
    assert "Of 8 statements compared, luck alone would show a change beyond its interval in 0.4" in text
    assert "Police hidden hidden hidden hidden hidden hidden" in " ".join(text.split())


def test_neither_a_small_sector_nor_what_gives_it_away_has_a_figure(own_home):
    """Six of the police answered; beside public bodies and all others the eight of education would give them away."""
    send(own_home)
    snapshot = own_home.snapshot()
    for statement in judged_round(snapshot, snapshot.version.seq, "EXAMPLE-2026").statements:
        told = {name for name, each in statement.groups.items() if each.counts}
        assert told == {
            "all",
            "public_bodies",
            "other_partners",
            "public",
            "private",
            "voluntary_community",
            "health",
        }
        assert statement.groups["police"].answered is None


def test_the_round_and_the_statement_stand_in_the_address(own_home, screen):
    send(own_home)
    test = screen("partnership_health", round="EXAMPLE-2025", statement="commitment")
    text = words(test)
    assert "There is no round before this one." in text
    assert test.header[1].value.startswith("Commitment")
    assert "2 sectors are shown, 4 hidden" in test.header[1].value
    unknown = words(screen("partnership_health", round="NOPE"))
    assert "There is no round “NOPE” at this moment. Showing Example: autumn 2026." in unknown


def test_the_example_is_made_up_of_both_files(own_home):
    send(own_home)
    snapshot = own_home.snapshot()
    assert len(rows_in_force(snapshot, "partner_survey_answer")) == 8 * (6 + 6)
