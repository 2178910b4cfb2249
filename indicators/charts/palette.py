"""Colours of everything drawn: one set for light, one for dark, each meaning also carried by shape or word.

The four status colours keep apart under the common colour-vision deficiencies and in grey-scale, and
reach a contrast of 4.5 against their background (held by a test).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Scheme = Literal["light", "dark"]


@dataclass(frozen=True)
class Palette:
    """Hex colours for one colour scheme; `fan` are the tints of the outer and the inner interval of a forecast."""

    background: str
    ink: str
    quiet: str
    rule: str
    accent: str
    band: str
    fan: tuple[str, str]
    comparators: tuple[str, str, str]
    green: str
    amber: str
    red: str
    grey: str

    def rag(self, rag: str) -> str:
        """The colour of a rating: green, amber, red or grey are names of ratings, not of hues."""
        return {"green": self.green, "amber": self.amber, "red": self.red, "grey": self.grey}[rag]

    def variation(self, variation: str | None) -> str:
        """The colour of a process chart's icon: blue for better, orange for worse, grey for usual, as the NHS has it."""
        if variation is None or variation.startswith("neutral"):
            return self.ink
        return (
            self.grey
            if variation == "common_cause"
            else self.green
            if variation.startswith("improving")
            else self.amber
        )


LIGHT = Palette(
    background="#ffffff",
    ink="#1a1a1a",
    quiet="#525c69",
    rule="#cfd6de",
    accent="#1d4f8c",
    band="rgba(29, 79, 140, 0.13)",
    fan=("rgba(93, 101, 112, 0.16)", "rgba(93, 101, 112, 0.24)"),
    comparators=("#5b6673", "#8a6d1d", "#6b4f8f"),
    green="#1a62b8",
    amber="#9a5b00",
    red="#a3123f",
    grey="#5b6470",
)
DARK = Palette(
    background="#11151b",
    ink="#e9edf2",
    quiet="#aeb8c4",
    rule="#3a4452",
    accent="#8fbcff",
    band="rgba(143, 188, 255, 0.18)",
    fan=("rgba(170, 180, 192, 0.16)", "rgba(170, 180, 192, 0.24)"),
    comparators=("#aab4c0", "#d9bd6a", "#c3a6ea"),
    green="#7fb6ff",
    amber="#ffb95e",
    red="#ff8ea6",
    grey="#aab3be",
)


def palette(scheme: str | None) -> Palette:
    """The palette of a colour scheme; light where the reader's scheme is not known."""
    return DARK if scheme == "dark" else LIGHT
