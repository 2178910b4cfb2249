"""Methods and glossary: every rule in words, with an example and the cases it is tested with."""

from indicators.ui.methods_screen import show

show()
