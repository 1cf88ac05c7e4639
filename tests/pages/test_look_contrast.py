"""Every text can be read on its ground, in both themes (WCAG 2.2 AA: 4.5:1 for text, 3:1 for shapes and edges)."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).resolve().parents[2] / "static/css/tokens.css"
GROUNDS = ["paper", "surface", "surface-sunk", "surface-hover"]
INKS = ["ink", "ink-soft", "ink-faint", "accent", "accent-strong"]
TONES = ["ok", "soon", "bad", "info", "calm"]

TEXT = [
    *((text, ground) for ground in GROUNDS for text in [*INKS, *TONES]),
    *((text, f"{tone}-soft") for tone in [*TONES, "accent"] for text in [tone, "ink", "ink-soft"]),
    ("on-accent", "accent"), ("on-accent", "accent-strong"), ("on-solid", "bad-solid"), ("surface", "bad"),
]
SHAPES = [
    *((shape, ground) for ground in GROUNDS
      for shape in ["line-strong", "focus", "accent", *(f"{tone}-solid" for tone in TONES)]),
    *((f"{tone}-solid", f"{tone}-soft") for tone in TONES),
    *((f"chart-{number}", "surface") for number in range(1, 7)),
    *((f"level-{level}", "surface") for level in ("blue", "yellow", "orange", "red")),
]


def blocks() -> list[dict[str, str]]:
    """The colours of tokens.css: light, dark by the system, dark by hand."""
    parts = re.split(r"@media \(prefers-color-scheme|:root\[data-theme", TOKENS.read_text(encoding="utf-8"))
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part)) for part in parts]


def luminance(colour: str) -> float:
    parts = [int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_contrast(theme):
    colours = blocks()[theme]
    poor = [
        f"{front} on {ground}: {contrast(colours[front], colours[ground]):.2f} < {least}"
        for pairs, least in ((TEXT, 4.5), (SHAPES, 3))
        for front, ground in pairs
        if contrast(colours[front], colours[ground]) < least
    ]
    assert not poor, "\n".join(poor)


def test_the_steps_of_the_map_grow():
    """A darker area has more, at night a brighter one; neighbours differ enough to tell apart."""
    for colours, further in zip(blocks()[:2], (-1, 1), strict=True):
        steps = [luminance(colours[f"map-{number}"]) * further for number in range(6)]
        assert steps == sorted(steps)


def test_dark_is_the_same_by_system_and_by_hand():
    _, system, hand = blocks()
    assert system == hand
