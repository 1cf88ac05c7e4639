"""Categories, and a story that brings an incident to any state."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import uuid4

from django.utils.timezone import localdate

from incidents import actions
from incidents.models import Category, Incident
from mediation.models import DisputeCategory
from tests.cast import HERE, Cast
from tests.conftest import NOW

RUBBISH, PIPE, DISPUTE, RETIRED, MAJOR = "E01-01", "E04-02", "E08-01", "E02-01", "E16-01"


def make_kinds() -> dict[str, Category]:
    """A few categories by their code: plain with a photo, urgent, a dispute, one out of use, one for the county."""

    def make(code, name, **more):
        parent, _ = Category.objects.get_or_create(
            code=code[:3], defaults={"name": f"类{code[:3]}", "handle_amount": 2, "handle_unit": "working_days",
                                    "is_public": more.get("is_public", False)})
        values = {"handle_amount": 2, "handle_unit": "working_days", **more}
        return Category.objects.get_or_create(code=code, defaults={"name": name, "parent": parent, **values})[0]

    return {kind.code: kind for kind in (
        make(RUBBISH, "暴露垃圾", needs_photo=True, department="urban-management", is_public=True),
        make(PIPE, "自来水管破裂", is_urgent=True, owner_tier=3, handle_amount=24,
             handle_unit="natural_hours", is_public=True),
        make(DISPUTE, "邻里纠纷", is_dispute=True, handle_amount=30, handle_unit="natural_days"),
        make(RETIRED, "非法小广告", is_active=False),
        make(MAJOR, "群体性事件", is_urgent=True, owner_tier=4),
    )}

# What lies beside the straight way, and the steps to it.
ASIDE = {
    "merged": [], "self_handled": [], "contested": [], "town": [], "suspended": ["accepted", "assigned", "in_progress"],
    "rework": ["accepted", "assigned", "in_progress", "resolved"],
}


@dataclass
class Story:
    """`story.tell("assigned")` reports an incident in Wang's grid and lets the cast act until it is so far.

    The station accepts, the town's dispatcher takes it over and assigns it to the town's urban management, Guo
    signs and replies, Wang checks, the town closes, Wang judges. Each act is a minute after the one before.
    """

    cast: Cast
    kinds: dict[str, Category]
    at: datetime = NOW - timedelta(minutes=20)
    steps: list[str] = field(default_factory=lambda: [
        "reported", "accepted", "assigned", "in_progress", "resolved", "verified", "closed", "evaluated"])

    def later(self) -> datetime:
        self.at += timedelta(minutes=1)
        return self.at

    def report(self, by=None, kind=RUBBISH, point=HERE, **more) -> Incident:
        place = {"longitude": point.longitude, "latitude": point.latitude} if point else {}
        given = {"uuid": uuid4(), "description": "路边有一堆垃圾", "place": "棠湖西路12号", **place, **more}
        incident, _ = actions.report(by=by or self.cast.wang, at=self.later(), category=self.kinds[kind], **given)
        return incident

    def tell(self, state: str, **how) -> Incident:
        incident = self.report(**how)
        if state in ASIDE:
            for step in (*ASIDE[state], state):
                getattr(self, step)(incident)
            return incident
        for step in self.steps[1:self.steps.index(state) + 1]:
            getattr(self, step)(incident)
        return incident

    def accepted(self, incident):
        actions.accept(incident, by=self.cast.zhao, at=self.later())

    def assigned(self, incident):
        actions.assign(incident, by=self.cast.sun, at=self.later(),
                       department=self.cast.departments["dongsheng-urban-management"])

    def in_progress(self, incident):
        actions.sign(incident, by=self.cast.guo, at=self.later())

    def resolved(self, incident):
        actions.resolve(incident, by=self.cast.guo, at=self.later(), reply="已清运")

    def verified(self, incident):
        actions.verify(incident, by=self.cast.wang, at=self.later())

    def closed(self, incident):
        actions.close(incident, by=self.cast.sun, at=self.later())

    def evaluated(self, incident):
        actions.judge(incident, by=self.cast.wang, at=self.later(), satisfaction="satisfied")

    def rework(self, incident):
        actions.rework(incident, by=self.cast.wang, at=self.later(), reason="现场仍有建渣")

    def suspended(self, incident):
        day = localdate(self.at) + timedelta(days=30)
        actions.suspend(incident, by=self.cast.tang, at=self.later(), review_on=day, reason="待专项资金到位")

    def merged(self, incident):
        actions.merge(incident, by=self.cast.zhao, at=self.later(), into=self.report())

    def self_handled(self, incident):
        actions.self_handle(incident, by=self.cast.wang, at=self.later(), reply="已当场清扫")

    def town(self, incident):
        """Taken on by the town."""
        actions.accept(incident, by=self.cast.sun, at=self.later())

    def contested(self, incident):
        """Returned twice: the county has to decide."""
        self.accepted(incident)
        for _ in range(2):
            self.assigned(incident)
            actions.return_(incident, by=self.cast.guo, at=self.later(), reason="不属本单位职责")


def sent_report(**more) -> dict:
    """What the form of a report sends from Wang's grid."""
    return {"uuid": str(uuid4()), "category": RUBBISH, "description": "路边有一堆垃圾", "place": "棠湖西路12号",
            "longitude": HERE.longitude, "latitude": HERE.latitude, **more}


def answers(act: str, cast: Cast, kinds: dict, *, choice: int, at: datetime, into: Incident) -> dict:
    """What somebody might say to an act, one of several by `choice`: the keywords of its action."""
    offices = [None, *(office for code, office in cast.departments.items() if code != "police")]
    return {
        "reject": {"reason": "不是"}, "escalate": {"reason": "超出"}, "return": {"reason": "不是"},
        "rework": {"reason": "没好"}, "resolve": {"reply": "好了"}, "assign": {"department": offices[choice % 3]},
        "locate": {"grid": cast.areas[f"51011600100100{choice % 2 + 1}"]},
        "judge": {"satisfaction": ["satisfied", "basically", "unsatisfied"][choice % 3]},
        "mediate": {"category": DisputeCategory.objects.filter(parent__isnull=False).first(), "title": "纠纷",
                    "people": 2},
        "correct": {"category": list(kinds.values())[choice % 3], "place": "路口"},
        "self-handle": {"reply": "扫了"}, "merge": {"into": into}, "unmerge": {"reason": "两件"},
        "cancel": {"reason": "误报"}, "decide": {"department": offices[choice % 3], "reason": "会商"},
        "hand-down": {"reason": "社区可办"}, "recall": {"reason": "改派"}, "reopen": {"reason": "又有了"},
        "suspend": {"review_on": localdate(at) + timedelta(days=1 + choice % 60), "reason": "缺钱"},
        "ask-extension": {"amount": 1 + choice % 2, "reason": "来不及"},
        "ask-suspension": {"review_on": localdate(at) + timedelta(days=1 + choice % 60), "reason": "缺钱"},
        "supervise": {"sort": ["timeout", "leader", "important"][choice % 3], "text": "快办"},
        "whistle": {"departments": [offices[1 + choice % 2]], "sort": "urgent", "text": "快来"},
        "give-task": {"department": offices[1 + choice % 2], "text": "帮忙"},
    }.get(act, {})
