"""Tag spending: the lines of an edition of the Prevention audit, coded twice without sight of each other, and moderated."""

from indicators.ui.tagging_screen import show

show()
