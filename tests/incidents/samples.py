"""For the house tests: an incident of Wang's grid in the right state for each route, and lists with many rows."""

from grids.jurisdiction import holds
from incidents.worklist import WORKLIST
from shuangliu.worklists.actions import save_filter

from .story import DISPUTE, Story, make_kinds

STATE_FOR = {
    "detail": "reported", "presence": "reported", "accept": "reported", "reject": "reported", "locate": "reported",
    "assign": "accepted", "correct": "reported", "self-handle": "reported", "merge": "reported", "unmerge": "merged",
    "cancel": "reported", "decide": "contested", "hand-down": "town", "recall": "assigned", "suspend": "in_progress",
    "resume": "suspended", "reopen": "closed", "escalate": "accepted", "mediate": "accepted", "sign": "assigned",
    "return": "assigned", "resolve": "in_progress", "verify": "resolved", "rework": "resolved", "close": "verified",
    "judge": "closed",
}


def _sample(act: str):
    def make(cast):
        kind = {"kind": DISPUTE} if act == "mediate" else {}
        return Story(cast, make_kinds()).tell(STATE_FOR.get(act, "reported"), **kind)

    return make


def _filter(cast) -> dict:
    """One that Zhao keeps: to the others it does not exist."""
    saved = save_filter(WORKLIST, by=cast.zhao, name="急件", query="tab=open&is_urgent=on")
    return {"pk": saved.pk, "foreign": [name for name, user in cast.people.items()
                                        if user != cast.zhao and holds(user, "incident.view")]}


SAMPLES = {
    **{f"incidents:incident-{act}": _sample(act) for act in STATE_FOR},
    "incidents:incident-list-filter": _filter,
    "api:incident-detail": _sample("detail"),
    "api:incident-transition": _sample("accept"),
}


def many(cast, n: int) -> None:
    story = Story(cast, make_kinds())
    for number in range(n):
        story.tell(story.steps[number % 3])


LISTS = {"incidents:incident-list": ("zhao", many), "api:incident-list": ("zhao", many)}
