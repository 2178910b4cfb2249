"""Submit figures: a file, everything found in it, what it would change, and only then recorded; and undone again."""

from indicators.ui.submit_screen import show

show()
