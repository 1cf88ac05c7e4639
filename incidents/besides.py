"""What the floors above say on the page of an incident: from where it came, until when somebody waits for its answer.

    besides.tell(lambda incident: ["公众门户：须在 03-20 18:00 前答复反映人"])     in the `ready()` of the app above
"""

from collections.abc import Callable, Iterable

from .models import Incident

Teller = Callable[[Incident], Iterable[str]]

_TELLERS: list[Teller] = []


def tell(teller: Teller) -> None:
    """`teller(incident)` gives lines of text. They are read by whoever sees the incident: nothing of a person."""
    _TELLERS.append(teller)


def said_of(incident: Incident) -> list[str]:
    return [line for teller in _TELLERS for line in teller(incident)]
