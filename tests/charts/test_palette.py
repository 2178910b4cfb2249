"""Colours: readable on their background, and apart from each other for every reader."""

from __future__ import annotations

from itertools import combinations

import pytest

from indicators.charts.palette import DARK, LIGHT, palette

SCHEMES = {"light": LIGHT, "dark": DARK}
# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
DEFICIENCIES = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour):
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(rgb):
    x, y, z = (
        sum(weight * part for weight, part in zip(row, rgb, strict=True))
        for row in ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    )
    fx, fy, fz = (
        max(t, 0) ** (1 / 3) if t > 0.008856 else 7.787 * max(t, 0) + 16 / 116
        for t in (x / 0.9505, y, z / 1.089)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(colour, matrix):
    rgb = linear(colour)
    return lab([sum(weight * part for weight, part in zip(row, rgb, strict=True)) for row in matrix])


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("role", ["ink", "quiet", "accent", "green", "amber", "red", "grey"])
def test_text_colours_reach_aa_contrast(scheme, role):
    colours = SCHEMES[scheme]
    assert contrast(getattr(colours, role), colours.background) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_comparator_lines_reach_the_contrast_of_graphics(scheme):
    colours = SCHEMES[scheme]
    assert min(contrast(tint, colours.background) for tint in colours.comparators) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_on_track_at_risk_and_off_track_keep_apart_for_colour_blind_readers(scheme, deficiency):
    colours = SCHEMES[scheme]
    points = [seen(getattr(colours, rag), DEFICIENCIES[deficiency]) for rag in ("green", "amber", "red")]
    for one, other in combinations(points, 2):
        distance = sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5
        assert distance >= 15


def test_an_unknown_scheme_is_light():
    assert palette(None) is LIGHT
    assert palette("dark") is DARK
    assert LIGHT.rag("amber") == LIGHT.amber
