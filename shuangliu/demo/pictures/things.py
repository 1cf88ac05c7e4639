"""What can be wrong in a street; each is drawn onto it."""

from collections.abc import Callable
from random import Random

from PIL.ImageDraw import ImageDraw

from .street import HEIGHT, HORIZON, KERB, WIDTH, draw_tree


def _rubbish(draw: ImageDraw, random: Random) -> None:
    draw.rectangle([470, 350, 570, 480], fill="#2f6b4f", outline="#234f3b", width=4)
    draw.rectangle([460, 335, 580, 356], fill="#3b8061")
    for _ in range(9):
        x, y, size = random.randrange(400, 720), random.randrange(440, 500), random.randrange(28, 54)
        draw.ellipse([x - size, y - size * 0.7, x + size, y + size * 0.6],
                     fill=random.choice(["#2b2d30", "#d8d3c6", "#3c5a78", "#7a2f2a", "#4a4d50"]))
        draw.line([x, y - size * 0.7, x + 6, y - size], fill="#1f2022", width=6)


def _litter(draw: ImageDraw, random: Random) -> None:
    for _ in range(60):
        x, y = random.randrange(250, 900), random.randrange(400, 700)
        draw.regular_polygon((x, y, random.randrange(4, 12)), random.randrange(3, 6), random.randrange(90),
                             fill=random.choice(["#e7e0cf", "#a8793c", "#c0a45f", "#8a5a2b"]))


def _water(draw: ImageDraw, random: Random) -> None:
    draw.ellipse([240, 500, 900, 690], fill="#6f8d97")
    draw.ellipse([300, 530, 800, 660], fill="#86a3ac")
    for _ in range(14):
        x, y = random.randrange(340, 800), random.randrange(545, 650)
        draw.ellipse([x, y, x + random.randrange(12, 34), y + 9], fill=random.choice(["#e9e6dc", "#56763f", "#c9b458"]))


def _leaning(draw: ImageDraw, random: Random) -> None:
    draw_tree(draw, 560, lean=random.choice([-170, 170]))
    draw.line([300, 300, 860, 280], fill="#26282b", width=4)


def _vehicles(draw: ImageDraw, random: Random) -> None:
    for x in (250, 480, 710):
        colour = random.choice(["#8a2b2b", "#33506e", "#d9d9d6", "#2c2f33", "#5b6b5a"])
        draw.rounded_rectangle([x, 430, x + 200, 500], 18, fill=colour)
        draw.polygon([(x + 35, 432), (x + 65, 388), (x + 140, 388), (x + 172, 432)], fill=colour)
        draw.polygon([(x + 50, 430), (x + 72, 398), (x + 134, 398), (x + 156, 430)], fill="#b5c8d2")
        for wheel in (x + 42, x + 156):
            draw.ellipse([wheel - 22, 478, wheel + 22, 522], fill="#1d1e20", outline="#8a8d90", width=6)


def _shop(draw: ImageDraw, random: Random) -> None:
    draw.rectangle([330, 250, 760, HORIZON + 10], fill="#e6dcc8")
    draw.rectangle([330, 205, 760, 255], fill=random.choice(["#9c2f2a", "#1f5f74", "#b07a1e"]))
    for x in range(350, 740, 95):
        draw.rectangle([x, 420, x + 78, 486], fill=random.choice(["#b98b55", "#7d98a5", "#c9c2b4"]), outline="#6a5a42",
                       width=3)
        for y in (432, 454):
            draw.ellipse([x + 12, y, x + 34, y + 20], fill=random.choice(["#d0553b", "#e0b03c", "#6f9a48"]))


def _stall(draw: ImageDraw, random: Random) -> None:
    for x in (300, 560):
        draw.rectangle([x, 440, x + 190, 485], fill="#8a6a43")
        draw.line([x + 10, 330, x + 10, 440], fill="#44474a", width=6)
        draw.line([x + 180, 330, x + 180, 440], fill="#44474a", width=6)
        roof = random.choice(["#b8392f", "#2f6d9a", "#d59a2c"])
        draw.polygon([(x - 25, 345), (x + 95, 285), (x + 215, 345)], fill=roof)
        for fruit in range(x + 10, x + 175, 22):
            draw.ellipse([fruit, 420, fruit + 20, 440], fill=random.choice(["#d94f2b", "#e3b62f", "#7aa23f"]))


def _wall(draw: ImageDraw, random: Random) -> None:
    draw.rectangle([280, 130, 820, KERB - 30], fill="#d6cdbd", outline="#a49a88", width=5)
    draw.line([(560, 140), (540, 210), (575, 280), (548, 350), (570, 430)], fill="#5d564b", width=5)
    for _ in range(10):
        x, y = random.randrange(310, 730), random.randrange(160, 400)
        draw.rectangle([x, y, x + 62, y + 44], fill=random.choice(["#f0ead9", "#e7c44d", "#b9d2dd"]), outline="#8a8170")
        draw.line([x + 8, y + 14, x + 52, y + 14], fill="#7a3530", width=4)
        draw.line([x + 8, y + 28, x + 44, y + 28], fill="#6b6f73", width=3)


def _fence(draw: ImageDraw, random: Random) -> None:
    draw.rectangle([200, 300, WIDTH, 480], fill="#3f78a5")
    for x in range(200, WIDTH, 60):
        draw.line([x, 300, x, 480], fill="#2d5a80", width=4)
    draw.rectangle([200, 388, WIDTH, 404], fill="#e5b83a")
    draw.polygon([(420, 540), (560, 440), (720, 545)], fill="#96784f")
    draw.polygon([(600, 545), (700, 470), (820, 548)], fill="#a98a5e")


def _road(draw: ImageDraw, random: Random) -> None:
    draw.ellipse([380, 555, 700, 680], fill="#2a2a2b", outline="#8d8375", width=14)
    for x in (330, 740):
        draw.polygon([(x, 650), (x + 26, 560), (x + 52, 650)], fill="#d9622b")
        draw.line([x + 14, 610, x + 38, 610], fill="#f1efe9", width=9)


def _manhole(draw: ImageDraw, random: Random) -> None:
    draw.ellipse([400, 560, 660, 660], fill="#1c1d1f", outline="#97938b", width=12)
    draw.chord([400, 560, 660, 660], 200, 330, fill="#4c4f52", outline="#77797b")
    draw.line([470, 600, 620, 520], fill="#6d4f32", width=12)


def _lamp(draw: ImageDraw, random: Random) -> None:
    draw.rectangle([0, 0, WIDTH, HEIGHT], fill="#1d2735")
    draw.rectangle([0, KERB, WIDTH, HEIGHT], fill="#12171f")
    for x, lit in ((180, True), (480, False), (760, False)):
        draw.line([x, KERB, x, 190], fill="#5c646d", width=10)
        draw.line([x, 190, x + 70, 180], fill="#5c646d", width=8)
        draw.ellipse([x + 55, 172, x + 95, 196], fill="#f6e3a1" if lit else "#39414a")
    draw.polygon([(245, 196), (60, KERB), (440, KERB)], fill="#3b3f3a")


def _wire(draw: ImageDraw, random: Random) -> None:
    draw.line([640, 100, 640, KERB - 20], fill="#4b4038", width=16)
    for y in (120, 140, 160):
        draw.arc([60, y - 60, 640, y + 80], 0, 180, fill="#1f2124", width=5)
    draw.line([(640, 150), (600, 330), (520, 470), (430, 500)], fill="#1f2124", width=6)


THINGS: dict[str, Callable[[ImageDraw, Random], None]] = {
    "rubbish": _rubbish, "street": _litter, "water": _water, "tree": _leaning, "vehicle": _vehicles,
    "shop": _shop, "stall": _stall, "wall": _wall, "fence": _fence, "road": _road, "manhole": _manhole,
    "lamp": _lamp, "wire": _wire,
}  # fmt: skip
