"""For the house tests: an incident of Wang's grid in the right state for each route, and lists with many rows."""

from grids.jurisdiction import holds
from incidents.worklist import WORKLIST
from shuangliu.worklists.actions import save_filter

from .demands import ask
from .story import DISPUTE, Story, make_kinds

DEMAND_FOR = {
    "grant": ("extension", "asked"), "refuse": ("suspension", "asked"), "pass-on": ("whistle", "passing"),
    "take": ("supervision", "asked"), "decline": ("task", "asked"), "progress": ("supervision", "taken"),
    "arrive": ("whistle", "taken"), "answer": ("task", "taken"), "send-back": ("supervision", "answered"),
    "conclude": ("supervision", "answered"), "rate": ("whistle", "answered"), "take-back": ("whistle", "asked"),
}
STATE_FOR = {
    "detail": "reported", "presence": "reported", "accept": "reported", "reject": "reported", "locate": "reported",
    "assign": "accepted", "correct": "reported", "self-handle": "reported", "merge": "reported", "unmerge": "merged",
    "cancel": "reported", "decide": "contested", "hand-down": "town", "recall": "assigned", "suspend": "in_progress",
    "resume": "suspended", "reopen": "closed", "escalate": "accepted", "mediate": "accepted", "sign": "assigned",
    "return": "assigned", "ask-extension": "in_progress", "ask-suspension": "in_progress", "supervise": "in_progress",
    "whistle": "accepted", "give-task": "assigned", "resolve": "in_progress", "verify": "resolved",
    "rework": "resolved", "close": "verified", "judge": "closed",
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
def _demand(act: str):
    return lambda cast: ask(Story(cast, make_kinds()), *DEMAND_FOR[act])


SAMPLES = {
    **{f"incidents:incident-{act}": _sample(act) for act in STATE_FOR},
    "incidents:incident-list-filter": _filter,
    **{f"incidents:demand-{act}": _demand(act) for act in DEMAND_FOR},
    "api:demand-detail": _demand("take"),
    "api:demand-transition": _demand("grant"),
    "api:incident-detail": _sample("detail"),
    "api:incident-transition": _sample("accept"),
}


def many(cast, n: int) -> None:
    story = Story(cast, make_kinds())
    for number in range(n):
        story.tell(story.steps[number % 3])


def many_demands(cast, n: int) -> None:
    story = Story(cast, make_kinds())
    for number in range(n):
        ask(story, ["supervision", "whistle"][number % 2], "answered")


LISTS = {
    "incidents:incident-list": ("zhao", many), "api:incident-list": ("zhao", many),
    "incidents:demand-list": ("sun", many_demands), "api:demand-list": ("sun", many_demands),
}
