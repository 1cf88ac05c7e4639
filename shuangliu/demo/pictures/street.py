"""A street with nothing wrong in it."""

from random import Random

from PIL.ImageDraw import ImageDraw

SIZE = WIDTH, HEIGHT = 960, 720
HORIZON, KERB = 380, 520  # y of the foot of the houses, and of the edge of the road
WALLS = ["#c9b8a3", "#b7c1c6", "#d4c6a8", "#a9b4a0", "#c4a99a"]
SKIES = ["#cfe0ea", "#dfe4e6", "#b9d3e6", "#e8e2d4"]


def draw_street(draw: ImageDraw, random: Random) -> None:
    """Houses with windows, a tree, the pavement with its slabs, the road."""
    x = -random.randrange(80)
    while x < WIDTH:
        width, top = random.randrange(150, 260), random.randrange(60, 220)
        draw.rectangle([x, top, x + width, HORIZON], fill=random.choice(WALLS))
        for left in range(x + 20, x + width - 30, 48):
            for y in range(top + 24, HORIZON - 60, 60):
                draw.rectangle([left, y, left + 26, y + 34], fill="#5f7380", outline="#e6e2da", width=2)
        draw.rectangle([x + width // 2 - 18, HORIZON - 52, x + width // 2 + 18, HORIZON], fill="#6b5443")
        x += width + random.randrange(4, 30)
    draw.rectangle([0, HORIZON, WIDTH, KERB], fill="#bdb6ab")
    for x in range(-200, WIDTH + 200, 60):
        draw.line([x + 40, HORIZON, x - 60, KERB], fill="#a9a296", width=2)
    for y in range(HORIZON, KERB, 35):
        draw.line([0, y, WIDTH, y], fill="#a9a296", width=2)
    draw.rectangle([0, KERB, WIDTH, KERB + 10], fill="#8d877d")
    draw.rectangle([0, KERB + 10, WIDTH, HEIGHT], fill="#6d6f72")
    for x in range(-60, WIDTH, 160):
        draw.rectangle([x, 640, x + 90, 650], fill="#dcd9d0")
    draw_tree(draw, random.randrange(80, 200), lean=0)


def draw_tree(draw: ImageDraw, x: int, lean: int) -> None:
    draw.line([x, KERB - 40, x + lean, 250], fill="#5a4332", width=18)
    for dx, dy, radius in ((-50, 0, 60), (10, -50, 75), (55, 5, 60), (0, 25, 60)):
        centre, middle = x + lean + dx, 240 + dy
        draw.ellipse([centre - radius, middle - radius, centre + radius, middle + radius], fill="#4f7a4a")
