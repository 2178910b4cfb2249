"""How every chart stands on a screen."""

from __future__ import annotations

PLOTLY = {"displayModeBar": False, "staticPlot": False, "scrollZoom": False, "doubleClick": False}
# Wide enough for a projector, narrow enough that its words can still be read when it is shrunk to A4.
CHART_WIDTH = 1000
