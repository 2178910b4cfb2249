"""The small drawing of a row."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from indicators.charts.palette import LIGHT
from indicators.ui.sparkline import HEIGHT, WIDTH, sparkline

POINTS = [(date(2010, 12, 31), 5.0), (date(2011, 12, 31), 9.0), (date(2012, 12, 31), 7.0)]


def svg(points, target=(), **more):
    address = sparkline(points, target, colours=LIGHT, **more)
    assert address.startswith("data:image/svg+xml,")
    return ET.fromstring(unquote(address.partition(",")[2]))  # noqa: S314 - our own drawing


def paths(root):
    return [element.get("d") for element in root if element.tag.endswith("path")]


def test_is_whole_svg_within_its_frame():
    root = svg(POINTS, [(date(2010, 12, 31), 5.0), (date(2030, 12, 31), 1.0)])
    numbers = [float(n) for d in (paths(root)[0], paths(root)[-1]) for n in re.findall(r"-?[\d.]+", d)]
    xs, ys = numbers[::2], numbers[1::2]
    assert 0 <= min(xs) <= max(xs) <= WIDTH
    assert 0 <= min(ys) <= max(ys) <= HEIGHT


def test_higher_values_stand_higher():
    ys = [float(pair.split()[1]) for pair in re.split("[ML]", paths(svg(POINTS))[-1])[1:]]
    assert ys[1] < ys[2] < ys[0]


def test_the_targets_tail_is_dashed():
    root = svg(POINTS, [(date(2010, 12, 31), 5.0), (date(2030, 12, 31), 1.0)])
    assert next(iter(root)).get("stroke-dasharray")


def test_a_break_lifts_the_pen():
    assert paths(svg(POINTS, breaks=[date(2011, 1, 1)]))[-1].count("M") == 2
    assert paths(svg(POINTS))[-1].count("M") == 1


def test_one_point_and_a_flat_line_can_be_drawn():
    svg(POINTS[:1])
    svg([(day, 3.0) for day, _ in POINTS])


def test_nothing_cannot_be_drawn():
    with pytest.raises(ValueError, match="at least one point"):
        svg([])
