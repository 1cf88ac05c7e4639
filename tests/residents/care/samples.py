"""For the house tests: a referral in the right state for each route, and lists with many rows."""

from .story import Caring

STATE_FOR = {
    "detail": "requested", "reveal": "requested", "send": "written", "hand-over": "requested", "drop": "requested",
    "accept": "requested", "return": "requested", "begin": "accepted", "end": "serving", "assign": "accepted",
    "withdraw": "accepted",
}
AID_FOR = {"detail": "applied", "grant": "applied", "refuse": "applied", "take-back": "applied", "pay": "granted",
           "letter": "granted"}


def _referral(act: str):
    return lambda cast: Caring(cast).referral(STATE_FOR[act])


def _aid(act: str):
    return lambda cast: Caring(cast).aid(AID_FOR[act])


SAMPLES = {
    **{f"residents:care-{act}": _referral(act) for act in STATE_FOR},
    "residents:aid-apply": lambda cast: Caring(cast).referral("accepted"),
    **{f"residents:aid-{act}": _aid(act) for act in AID_FOR},
    "residents:care-task-detail": lambda cast: Caring(cast).task(),
}


def many(cast, n: int) -> None:
    caring = Caring(cast)
    for number in range(n):
        caring.referral("returned", name=f"人{number}")


def many_tasks(cast, n: int) -> None:
    caring = Caring(cast)
    referral = caring.referral("accepted")
    for _number in range(n):
        caring.task(referral)


LISTS = {"residents:care-list": ("xie", many), "residents:care-task-list": ("wang", many_tasks)}
