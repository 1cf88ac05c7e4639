"""For the house tests: a request in the right state for each route, and a list with many."""

from .story import Asking

STATE_FOR = {
    "detail": ("received", "access"), "reveal": ("received", "access"), "receipt": ("received", "access"),
    "letter": ("answered", "access"), "hand-word": ("carried_out", "access"), "identify": ("received", "access"),
    "grant": ("identified", "correct"), "carry-out": ("decided", "correct"), "answer": ("carried_out", "access"),
    "extend": ("identified", "access"), "refer": ("received", "access"), "withdraw": ("received", "access"),
    "refuse": ("identified", "delete"),
}


def _sample(act: str):
    state, kind = STATE_FOR[act]
    return lambda cast: Asking(cast).tell(state, kind=kind)


SAMPLES = {f"subjects:subject-{act}": _sample(act) for act in STATE_FOR}


def many(cast, n: int) -> None:
    asking = Asking(cast)
    for _number in range(n):
        asking.ask()


LISTS = {"subjects:subject-list": ("xie", many)}
