"""The steps of loading the demo county, in order."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from time import perf_counter

from django.conf import settings
from django.db import transaction

from . import (
    accounts,
    aftermath,
    agreements,
    areas,
    asking,
    calls,
    cameras,
    care,
    casework,
    catalogues,
    courtyards,
    current_cases,
    current_incidents,
    departments,
    dossiers,
    dwellers,
    errands,
    estates,
    figures,
    knowledge,
    landmarks,
    leases,
    listening,
    meetings,
    network,
    network_life,
    notices,
    past_cases,
    past_incidents,
    patrols,
    posts,
    registers,
    rounds,
    screening,
    setup,
    subjects,
    telephones,
    territory,
    volunteers,
    windows,
    worker_files,
)
from .world import World

Report = Callable[[str, int, float], None]  # name of a step, rows written, seconds

# What a step is called, and what it does; each returns how many rows of its kind it wrote.
STEPS: list[tuple[str, Callable[[World], int]]] = [
    ("areas", areas.load),
    ("departments", departments.load),
    ("demo accounts", accounts.load),
    ("posts", posts.load),
    ("worker files", worker_files.load),
    ("catalogues", catalogues.load),
    ("questions, texts and rules", setup.load),
    ("knowledge base", knowledge.load),
    ("landmarks", landmarks.load),
    ("liaison officers and plans", registers.load),
    ("mediation centres", network.load_centers),
    ("mediation organisations", network.load_orgs),
    ("mediation windows", network.load_windows),
    ("screening points", network.load_points),
    ("mediators", network.load_mediators),
    ("terms of organisations", network_life.load_terms),
    ("members of committees", network_life.load_members),
    ("opening hours", network_life.load_hours),
    ("files of mediators", network_life.load_files),
    ("experts and joint meetings", meetings.load),
    ("screening plans", screening.plan),
    ("concluded cases", past_cases.load),
    ("performance and follow-ups", aftermath.load),
    ("finished incidents", past_incidents.load),
    ("current incidents", current_incidents.load),
    ("current cases", current_cases.load),
    ("screenings", screening.load),
    ("cases at the window", windows.load),
    ("work on cases", casework.load),
    ("papers and dossiers", dossiers.load),
    ("requests among offices", asking.load),
    ("notes of rounds", rounds.load),
    ("tickets of the hotline", calls.load),
    ("calls and shifts", telephones.load),
    ("quality checks", listening.load),
    ("dwellings", estates.load),
    ("residents", dwellers.load),
    ("leases", leases.load),
    ("visits", errands.load),
    ("care referrals", care.load),
    ("volunteers", volunteers.load),
    ("patrol points", patrols.load_points),
    ("patrol routes", patrols.load_routes),
    ("patrol shifts", patrols.load_shifts),
    ("courtyards", courtyards.load),
    ("requests about own data", subjects.load),
    ("four-party agreements", agreements.load),
    ("cameras", cameras.load),
    ("neighbours", cameras.neighbours),
    ("notices", notices.read),
    ("figures", figures.count),
    ("audit entries", figures.seal),
    ("tables analysed", figures.analyse),
]


def load(scale: str, *, at: datetime, report: Report = lambda name, count, seconds: None) -> None:
    """Load everything or, when a step fails, nothing; `report` hears of each step as it is done."""
    with _no_record_of_statements(), transaction.atomic():
        world = World(at=at, territory=territory.load(scale))
        for name, step in STEPS:
            began = perf_counter()
            count = step(world)
            report(name, count, perf_counter() - began)


@contextmanager
def _no_record_of_statements() -> Iterator[None]:
    """With DEBUG on, Django keeps the text of every statement, and that takes as long as executing it."""
    debug, settings.DEBUG = settings.DEBUG, False
    try:
        yield
    finally:
        settings.DEBUG = debug
