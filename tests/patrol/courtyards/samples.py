"""For the house tests: a courtyard in the right state for each route, and lists with many."""

from .story import Yards

STATE_FOR = {
    "detail": "works", "dossier": "works", "reveal": "governed", "survey": "surveyed", "propose": "surveyed",
    "elect": "forming", "charter": "forming", "re-elect": "governed", "plan": "governed", "item": "planning",
    "vote": "planning", "endorse": "voted", "approve": "endorsed", "send-back": "endorsed", "begin": "approved",
    "progress": "works", "accept": "built", "settle": "accepted", "review": "long_term", "relapse": "accepted",
    "restart": "relapsed", "strike": "surveyed",
}


def _courtyard(state: str):
    return lambda cast: Yards(cast).courtyard(state)


SAMPLES = {**{f"patrol:courtyard-{act}": _courtyard(state) for act, state in STATE_FOR.items()},
           "api:courtyard-detail": _courtyard("works")}


def many(cast, n: int) -> None:
    yards = Yards(cast)
    yards.number = 1000 * n  # names differ from those made before
    for number in range(n):
        yards.courtyard("works" if number < 2 else "surveyed")


LISTS = dict.fromkeys(["patrol:courtyard-list", "patrol:courtyard-board", "patrol:courtyard-map",
                       "patrol:courtyard-money", "api:courtyard-list"], ("zhao", many))
