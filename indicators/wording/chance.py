"""The chance of meeting a target in words, never more exact than to the nearest five in a hundred."""

from __future__ import annotations

CHANCE: dict[str, str] = {
    "almost_certain": "almost certain to meet it",
    "likely": "likely to meet it",
    "more_likely_than_not": "more likely than not to meet it",
    "could_go_either_way": "could go either way",
    "more_likely_to_miss": "more likely to miss it",
    "unlikely": "unlikely to meet it",
    "very_unlikely": "very unlikely to meet it",
}
CALLED: dict[str, str] = {code: words.removesuffix(" to meet it") for code, words in CHANCE.items()}
LOWEST, HIGHEST = 5, 95
FEW_FIGURES = "few figures: low confidence"
NOT_A_PROMISE = "The chance says where the figures are heading if they go on as before; it knows nothing of plans or budgets."


def in_100(shown: int) -> str:
    """The chance as shown, open at both ends.

    >>> in_100(95), in_100(70), in_100(5)
    ('95 or more in 100', 'about 70 in 100', '5 or less in 100')
    """
    if shown >= HIGHEST:
        return f"{HIGHEST} or more in 100"
    return f"{LOWEST} or less in 100" if shown <= LOWEST else f"about {shown} in 100"


def chance_note(shown: int, *, low_confidence: bool) -> str:
    """The chance in figures, for a cell of a table."""
    return f"{in_100(shown)}; {FEW_FIGURES}" if low_confidence else in_100(shown)


def record_line(word: str, came_true: int, made: int) -> str:
    """How often what was forecast with this word met its level in the past."""
    if not made:
        return f"No past forecast was called “{CALLED[word]}”, so this word has no record yet."
    return f"Of past forecasts called “{CALLED[word]}”, {came_true} of {made} met the level that they were made for."


FAN = (
    "The grey tints show what may come if the figures go on as before: for {period}, {low80} to {high80} in 80 of 100 "
    "cases (the inner tint), {low95} to {high95} in 95 of 100 (the outer one)."
)
