"""Views from the ground, drawn: sky, a plain in perspective, what stands on it.

The eye is 1.6 m above a flat plain; whatever is ``d`` metres away and ``h`` metres high is drawn
``FOCUS·h/d`` pixels tall, its foot ``FOCUS·1.6/d`` pixels below the horizon.
"""

from __future__ import annotations

from typing import Callable, Dict, List, Sequence, Tuple

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

SIZE = (640, 480)
FOCUS = 520.0
_EYE_M = 1.6
_HORIZON = 205
Colour = Tuple[int, int, int]
_WHEAT: Tuple[Colour, Colour] = ((92, 124, 62), (66, 100, 46))
_SOIL: Tuple[Colour, Colour] = ((168, 144, 112), (138, 114, 86))
_CONCRETE: Tuple[Colour, Colour] = ((188, 184, 174), (164, 160, 150))


class View:
    """One picture being drawn."""

    def __init__(self, chance: np.random.Generator, ground: Tuple[Colour, Colour]) -> None:
        self.chance = chance
        # Every photo is taken a few steps from the last one.
        self._aside, self._nearer = chance.uniform(-4, 4), chance.uniform(0.8, 1.25)
        picture = np.concatenate([_sky(chance), _plain(chance, ground)])
        self.image = Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8))
        self.pencil = ImageDraw.Draw(self.image)
        self._tree_line()

    def spot(self, x_m: float, d_m: float, h_m: float = 0.0) -> Tuple[float, float]:
        """Pixel of a point ``x`` metres to the right, ``d`` away, ``h`` above the ground."""
        away = d_m * self._nearer
        across = FOCUS * (x_m + self._aside) / away
        return SIZE[0] / 2 + across, _HORIZON + FOCUS * (_EYE_M - h_m) / away

    def face(self, points: Sequence[Tuple[float, float, float]], colour: Sequence[float]) -> None:
        """A flat face through (x, d, h) points."""
        fill = tuple(int(max(0, min(255, channel))) for channel in colour)
        self.pencil.polygon([self.spot(*point) for point in points], fill=fill)

    def box(
        self, x0: float, x1: float, d0: float, d1: float, h: float, wall: Colour, roof: Colour
    ) -> None:
        """A building with a gable roof: front, the side that shows, roof."""
        side = [channel * 0.74 for channel in wall]
        if x0 > 0:
            self.face([(x0, d0, 0), (x0, d1, 0), (x0, d1, h), (x0, d0, h)], side)
        if x1 < 0:
            self.face([(x1, d0, 0), (x1, d1, 0), (x1, d1, h), (x1, d0, h)], side)
        ridge, middle = h * 1.28, (d0 + d1) / 2
        self.face([(x0, d0, h), (x1, d0, h), (x1, middle, ridge), (x0, middle, ridge)], roof)
        self.face([(x0, d0, 0), (x1, d0, 0), (x1, d0, h), (x0, d0, h)], wall)

    def openings(
        self, x0: float, x1: float, d: float, low: float, high: float, step: float
    ) -> None:
        """Windows or gates along a front."""
        for x in np.arange(x0 + step / 2, x1 - step / 2, step):
            wide = step * 0.32
            self.face(
                [(x, d, low), (x + wide, d, low), (x + wide, d, high), (x, d, high)], (66, 78, 92)
            )

    def _tree_line(self) -> None:
        x = np.arange(0, SIZE[0], 7)
        for at in x:
            reach = self.chance.uniform(2, 9) + 5 * (np.sin(at / 71) > 0.2)
            tone = self.chance.uniform(0.85, 1.1)
            colour = tuple(int(channel * tone) for channel in (116, 132, 108))
            self.pencil.ellipse([at - 6, _HORIZON - reach, at + 8, _HORIZON + 3], fill=colour)


def _sky(chance: np.random.Generator) -> np.ndarray:
    height = np.linspace(0, 1, _HORIZON)[:, None, None]
    sky = np.array((128, 164, 206)) * (1 - height) + np.array((214, 222, 226)) * height
    sky = np.repeat(sky, SIZE[0], axis=1)
    cloud = _smooth(chance, (_HORIZON, SIZE[0]), (90, 34))
    cloud = cloud + 0.45 * _smooth(chance, (_HORIZON, SIZE[0]), (22, 10))
    return sky + np.clip(cloud - 0.3, 0, 1.6)[:, :, None] * 24 * height


def _plain(chance: np.random.Generator, colours: Tuple[Colour, Colour]) -> np.ndarray:
    rows = SIZE[1] - _HORIZON
    distance = FOCUS * _EYE_M / (np.arange(rows) + 1.0)[:, None]
    x = (np.arange(SIZE[0]) - SIZE[0] / 2)[None, :] * distance / FOCUS
    lines = np.sin(x * 2 * np.pi / 0.9 + chance.uniform(0, 6)) * np.clip(14 / distance, 0, 1)
    near = np.clip(8 / distance, 0.15, 1)
    grain = chance.standard_normal((rows, SIZE[0])) * near
    mix = 0.5 + 0.2 * lines + 0.22 * grain + 0.15 * _smooth(chance, (rows, SIZE[0]), (40, 9))
    mix = np.clip(mix, 0, 1)[:, :, None]
    ground = np.array(colours[0]) * mix + np.array(colours[1]) * (1 - mix)
    haze = np.clip(distance / 320, 0, 0.75)[:, :, None]
    return ground * (1 - haze) + np.array((176, 186, 170)) * haze


def _smooth(
    chance: np.random.Generator, shape: Tuple[int, int], cell: Tuple[int, int]
) -> np.ndarray:
    """Soft noise of deviation 1 with blobs ``cell`` pixels wide and high."""
    small = chance.standard_normal((shape[0] // cell[1] + 2, shape[1] // cell[0] + 2))
    picture = Image.fromarray(small.astype(np.float32))
    return np.asarray(picture.resize(shape[::-1], Image.BICUBIC))


def _field(chance: np.random.Generator) -> View:
    view = View(chance, _WHEAT)
    view.face([(-1.2, 3, 0), (1.0, 3, 0), (9, 160, 0), (7, 160, 0)], (178, 158, 124))
    return view


def _factory(chance: np.random.Generator) -> View:
    view = View(chance, _CONCRETE)
    roof = ((96, 132, 184), (186, 190, 194), (160, 92, 80))[int(chance.integers(3))]
    for x in (-34.0, 4.0):
        wall = tuple(int(c * chance.uniform(0.95, 1.05)) for c in (206, 208, 206))
        view.box(x, x + 30, 55, 100, 8.5, wall, roof)
        view.openings(x, x + 30, 55, 0, 4.2, 10)
        view.openings(x, x + 30, 55, 5.6, 7.0, 4)
    view.box(20, 24, 24, 30, 2.6, (92, 112, 150), (80, 100, 138))
    return view


def _site(chance: np.random.Generator) -> View:
    view = View(chance, _SOIL)
    for x in np.arange(-26, 28, 6.5):
        for d in (70.0, 52.0):
            view.face([(x, d, 0), (x + 0.7, d, 0), (x + 0.7, d, 6.5), (x, d, 6.5)], (150, 148, 142))
    for h in (3.2, 6.5):
        view.face(
            [(-26, 52, h), (27, 52, h), (27, 52, h + 0.5), (-26, 52, h + 0.5)], (164, 160, 152)
        )
    _heap(view, 12, 22, 2.4, (150, 122, 90))
    view.face([(-14, 60, 0), (-13.4, 60, 0), (-13.4, 60, 26), (-14, 60, 26)], (206, 168, 60))
    view.face([(-30, 60, 25), (8, 60, 25), (8, 60, 25.7), (-30, 60, 25.7)], (206, 168, 60))
    return view


def _yard(chance: np.random.Generator) -> View:
    view = View(chance, _CONCRETE)
    _heap(view, -8, 26, 4.2, (186, 160, 118))
    _heap(view, 9, 34, 3.4, (128, 122, 116))
    view.box(12, 20, 40, 46, 2.8, (70, 104, 156), (60, 92, 140))
    return view


def _heap(view: View, x: float, d: float, h: float, colour: Colour) -> None:
    across = np.linspace(-1, 1, 25)
    top = h * (1 - np.abs(across) ** 1.3) * view.chance.uniform(0.92, 1.05, 25)
    outline = [(x + 2.1 * h * s, d, max(0.0, t)) for s, t in zip(across, top)]
    view.face(outline, colour)
    lit = [(px - 0.3, pd, ph * 0.96) for px, pd, ph in outline[:13]] + [(x, d, 0)]
    view.face(lit, tuple(min(255, channel + 20) for channel in colour))


def _houses(chance: np.random.Generator) -> View:
    view = View(chance, _SOIL)
    view.box(-9, 8, 30, 40, 3.6, (198, 176, 156), (146, 92, 76))
    view.openings(-9, 8, 30, 1.0, 2.5, 4)
    view.face([(-14, 24, 0), (14, 24, 0), (14, 24, 1.5), (-14, 24, 1.5)], (172, 118, 96))
    view.face([(-2, 24, 0), (2, 24, 0), (2, 24, 2.2), (-2, 24, 2.2)], (96, 60, 56))
    return view


def _road(chance: np.random.Generator) -> View:
    view = View(chance, _WHEAT)
    view.face([(-2.6, 2.2, 0), (2.6, 2.2, 0), (2.6, 320, 0), (-2.6, 320, 0)], (190, 186, 176))
    for d in (12, 20, 34, 60, 110):
        view.face([(4.6, d, 0), (4.9, d, 0), (4.9, d, 6), (4.6, d, 6)], (112, 96, 80))
        x, y = view.spot(4.8, d, 6.5)
        reach = FOCUS * 1.8 / d
        view.pencil.ellipse([x - reach, y - reach, x + reach, y + reach], fill=(118, 138, 88))
    return view


def _greenhouse(chance: np.random.Generator) -> View:
    view = View(chance, _SOIL)
    for d in (58.0, 38.0, 22.0):
        bend = np.linspace(0, np.pi / 2, 9)
        arch = [(-40, d + 7 * np.sin(t), 3.3 * np.sin(t)) for t in bend]
        other = [(34, d + 7 * np.sin(t), 3.3 * np.sin(t)) for t in bend[::-1]]
        view.face(arch + other, (212, 220, 224))
        for x in np.arange(-38, 34, 3.5):
            view.face([(x, d, 0), (x + 0.15, d, 0), (x + 0.15, d + 7, 3.3), (x, d + 7, 3.3)],
                      (176, 188, 196))  # fmt: skip
    return view


def _livestock(chance: np.random.Generator) -> View:
    view = View(chance, _SOIL)
    for d in (70.0, 44.0):
        view.box(-30, 22, d, d + 12, 3.6, (204, 198, 188), (104, 136, 178))
        view.openings(-30, 22, d, 1.2, 2.4, 5)
    view.box(25, 28, 40, 43, 7.5, (214, 216, 216), (200, 202, 204))
    return view


def _water(chance: np.random.Generator) -> View:
    view = View(chance, _SOIL)
    view.face([(-40, 9, 0), (36, 9, 0), (60, 70, 0), (-70, 70, 0)], (108, 134, 142))
    view.face([(-60, 40, 0), (55, 40, 0), (60, 70, 0), (-70, 70, 0)], (150, 168, 172))
    for d in (14, 19, 26, 34):
        view.face([(-18, d, 0), (12, d, 0), (14, d + 0.3, 0), (-16, d + 0.3, 0)], (134, 156, 162))
    return view


def _solar(chance: np.random.Generator) -> View:
    view = View(chance, _SOIL)
    for d in (90.0, 60.0, 40.0, 26.0, 16.0):
        view.face([(-40, d, 0.8), (40, d, 0.8), (40, d + 3, 2.7), (-40, d + 3, 2.7)], (44, 58, 98))
        for x in np.arange(-40, 40, 2.2):
            view.face([(x, d, 0.8), (x + 0.07, d, 0.8), (x + 0.07, d + 3, 2.7), (x, d + 3, 2.7)],
                      (150, 162, 178))  # fmt: skip
            view.face([(x, d + 1, 0), (x + 0.1, d + 1, 0), (x + 0.1, d + 1, 1.4), (x, d + 1, 1.4)],
                      (120, 122, 124))  # fmt: skip
    return view


def _saplings(chance: np.random.Generator) -> View:
    view = View(chance, _SOIL)
    for d in np.arange(70, 6, -4.0):
        for x in np.arange(-40, 41, 4.0):
            at = x + chance.uniform(-0.3, 0.3)
            view.face([(at, d, 0), (at + 0.06, d, 0), (at + 0.06, d, 1.5), (at, d, 1.5)],
                      (96, 78, 62))  # fmt: skip
            px, py = view.spot(at, d, 1.6)
            reach = FOCUS * 0.5 / d
            view.pencil.ellipse(
                [px - reach, py - reach, px + reach, py + reach], fill=(122, 142, 84)
            )
    return view


_SCENES: Dict[str, Callable[[np.random.Generator], View]] = {
    "nothing": _field,
    "factory": _factory,
    "site": _site,
    "yard": _yard,
    "houses": _houses,
    "highway": _road,
    "lane": _road,
    "greenhouse": _greenhouse,
    "livestock": _livestock,
    "pond": _water,
    "lake": _water,
    "solar": _solar,
    "orchard": _saplings,
}


def view_of(painter: str, chance: np.random.Generator, caption: List[str], font: object) -> Image:
    """A finished picture of what a painter left, with its caption stamped on."""
    image = _SCENES[painter](chance).image.filter(ImageFilter.GaussianBlur(0.7))
    noise = chance.normal(0, 3.0, (SIZE[1], SIZE[0], 1))
    image = Image.fromarray(np.clip(np.asarray(image) + noise, 0, 255).astype(np.uint8))
    pencil = ImageDraw.Draw(image)
    for line, words in enumerate(caption):
        at = (12, SIZE[1] - 12 - 21 * (len(caption) - line))
        pencil.text(
            at, words, font=font, fill=(255, 246, 180), stroke_width=2, stroke_fill=(0, 0, 0)
        )
    return image
