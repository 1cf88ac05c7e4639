"""Doing the steps of a course by the real acts of incidents, with pictures where somebody took some."""

import uuid
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

from django.utils.timezone import localdate

from incidents import actions
from incidents.models import Incident
from incidents.states import Act
from mediation.models import Case, DisputeCategory
from shuangliu import attachments
from shuangliu.attachments.models import Role

from .course import Step
from .happenings import Happening
from .pictures import picture
from .pictures.things import THINGS
from .world import World

# What the mediators call it: incident category -> dispute category
DISPUTES = {"E08-01": "0202", "E08-02": "0101", "E08-03": "0402", "E08-04": "0701", "E08-06": "0503"}


@dataclass
class Actor:
    """One incident, from the moment somebody reports it. `is_placed`: the phone knew where it was."""

    world: World
    happening: Happening
    is_pictured: bool = False
    is_placed: bool = True
    incident: Incident | None = None
    case: Case | None = None
    variant: int = field(init=False)

    def __post_init__(self):
        self.variant = self.world.random.randrange(1000)

    def do(self, step: Step) -> None:
        """Do one step at its moment."""
        if step.act == Act.REPORT:
            self.incident = self._report(step)
            return
        act = partial(self._act(step), self.incident, by=step.by, at=step.at)
        result = act()
        if step.act == Act.MEDIATE:
            self.case = result

    def _act(self, step: Step):
        match step.act:
            case Act.ACCEPT | Act.SIGN | Act.VERIFY | Act.CLOSE:
                return partial(getattr(actions, step.act), note=step.note)
            case Act.REJECT | Act.ESCALATE | Act.REWORK | Act.CANCEL | Act.REOPEN:
                return partial(getattr(actions, step.act), reason=step.note)
            case Act.RETURN:
                return partial(actions.return_, reason=step.note)
            case Act.ASSIGN:
                return partial(actions.assign, department=step.department, note=step.note)
            case Act.RESOLVE:
                return partial(actions.resolve, reply=step.note, draft=self._staged(step, Role.AFTER, settled=True))
            case Act.SELF_HANDLE:
                form = self._staged(step, Role.BEFORE)
                return partial(actions.self_handle, reply=step.note, draft=self._staged(step, Role.AFTER, settled=True,
                                                                                       form=form))
            case Act.MERGE:
                return partial(actions.merge, into=self._another(), note=step.note)
            case Act.SUSPEND:
                return partial(actions.suspend, review_on=localdate(self.world.at) + timedelta(days=21),
                               reason=step.note)
            case Act.JUDGE:
                return partial(actions.judge, satisfaction=Incident.Satisfaction.SATISFIED, comment="处理及时")
            case Act.MEDIATE:
                category = DisputeCategory.objects.get(code=DISPUTES[self.happening.category.code])
                return partial(actions.mediate, category=category, people=2,
                               title=f"{self.happening.place}{self.happening.category.name}")
        raise ValueError(f"nobody does {step.act}")

    def _report(self, step: Step) -> Incident:
        happening = self.happening
        point = {"longitude": happening.longitude, "latitude": happening.latitude} if self.is_placed else {}
        incident, _ = actions.report(
            by=step.by, at=step.at, uuid=self._staged(step, Role.REPORT), category=happening.category,
            description=happening.description, place=happening.place, **point)
        return incident

    def _another(self) -> Incident:
        """One of the same community that is being worked on; else of the county."""
        others = Incident.objects.open().exclude(pk=self.incident.pk).order_by("-id")
        return others.filter(community_key=self.incident.community_key).first() or others.first()

    def _staged(self, step: Step, role: str, *, settled: bool = False, form: uuid.UUID | None = None) -> uuid.UUID:
        """The number of the form, and under it the picture taken, if any."""
        form = form or uuid.UUID(int=self.world.random.getrandbits(128), version=4)
        if self.is_pictured and self.happening.scene in THINGS:
            taken = picture(self.happening.scene, self.variant, settled=settled)
            attachments.stage(form, taken, role, step.by, at=step.at)
        return form
