"""One matter for each route with parameters, collected from tests/<app>/samples.py.

An app's SAMPLES maps a route name to a function of the cast that makes the matter (in the first town) and
returns it, or a dict of URL parameters with the matter under "matter" or, where the page is of no matter, the
people to whom it does not exist under "foreign"; under "query" a key that a door of programs asks for.
"""

from importlib import import_module
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]


def collect() -> dict:
    samples = {}
    for path in sorted(TESTS.glob("*/samples.py")):
        if path.parent.name != "house":
            samples |= import_module(f"tests.{path.parent.name}.samples").SAMPLES
    return samples
