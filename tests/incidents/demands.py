"""What offices ask of each other in the tests: `ask(story, "whistle", "taken")` makes one and brings it there.

Guo of the town handles the incident, Sun of the sub-centre owns it, Zhou of the county's urban management is called.
"""

from datetime import timedelta

from django.utils.timezone import localdate

from grids.models import Post
from grids.roles import Role
from incidents.demands import answering, opening
from incidents.models import Demand
from tests.cast import SINCE

COUNTY_OFFICE = "urban-management"
WAY = {"extension": ["asked", "ended"], "suspension": ["asked", "ended"], "task": ["asked", "taken", "ended"],
       "supervision": ["asked", "taken", "answered", "ended"],
       "whistle": ["passing", "asked", "taken", "answered", "ended"]}
ASKED = {"supervision": "guo", "whistle": "zhou", "task": "zhou"}


def ask(story, kind: str, state: str = "asked", incident=None) -> Demand:
    if state == "passed on":
        demand = ask(story, kind, "passing", incident)
        answering.pass_on(demand, by=story.cast.tang, at=story.later())
        return demand
    incident = incident or story.tell("accepted" if state == "passing" else "in_progress")
    demand = OPENED[kind](story, incident, *([state] if kind == "whistle" else []))
    way = WAY[kind]
    begun = way.index(demand.state)
    for step in way[begun + 1:way.index(state) + 1]:
        _go_on(story, demand, step)
    return demand


def staff_police(cast) -> None:
    """Somebody serves with the police: an office in which nobody does is not offered."""
    Post.objects.create(user=cast.nobody, role=Role.DEPT_HANDLER, area=cast.county, valid_from=SINCE,
                        department=cast.departments["police"])


def day_after(story, days: int):
    return localdate(story.at) + timedelta(days=days)


def _extension(story, incident):
    return opening.ask_extension(incident, by=story.cast.guo, at=story.later(), amount=1, reason="需调用吊车")


def _suspension(story, incident):
    return opening.ask_suspension(incident, by=story.cast.guo, at=story.later(), review_on=day_after(story, 20),
                                  reason="待专项资金到位")


def _supervision(story, incident, by="sun"):
    return opening.supervise(incident, by=getattr(story.cast, by), at=story.later(), sort="leader", text="限期清运")


def _whistle(story, incident, state):
    by = story.cast.zhao if state == "passing" else story.cast.sun
    office = story.cast.departments[COUNTY_OFFICE]
    (demand,) = opening.whistle(incident, by=by, at=story.later(), departments=[office], sort="joint",
                                text="联合整治占道")
    return demand


def _task(story, incident):
    return opening.give_task(incident, by=story.cast.tang, at=story.later(), text="负责清运车辆",
                             department=story.cast.departments[COUNTY_OFFICE])


OPENED = {"extension": _extension, "suspension": _suspension, "supervision": _supervision, "whistle": _whistle,
          "task": _task}


def _go_on(story, demand, state):
    asked = getattr(story.cast, ASKED.get(demand.kind, "tang"))
    match demand.kind, state:
        case ("extension" | "suspension"), "ended":
            answering.grant(demand, by=asked, at=story.later())
        case _, "taken":
            answering.take(demand, by=asked, at=story.later())
        case _, "answered":
            answering.answer(demand, by=asked, at=story.later(), reply="已完成")
        case "task", "ended":
            answering.answer(demand, by=asked, at=story.later(), reply="车辆已到位")
        case "supervision", "ended":
            answering.conclude(demand, by=story.cast.sun, at=story.later())
        case "whistle", "ended":
            answering.rate(demand, by=story.cast.sun, at=story.later(), rating=3)
