"""Asking experts, and writing down what they say."""

import uuid as uuids
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from shuangliu import audit, deadlines

from .. import news
from ..actions.moving import CaseMoved, move, start_clock
from ..models.cases import Case
from ..models.limits import Kind
from ..network.models import Expert
from ..states import Act
from .models import Panel, PanelMember


@transaction.atomic
def consult_panel(case: Case, *, by, at: datetime, question: str, experts: Iterable[tuple[str, str]] = (),
                  pool: Iterable[Expert] = (), uuid: uuids.UUID | None = None) -> None:
    """Call experts of the `pool`, and others by name and field; their opinion has a limit of its own, that of mediation
    runs on. Raises CaseMoved."""
    uuid = uuid or uuids.uuid4()
    if Panel.objects.filter(uuid=uuid, case=case).exists():
        return
    move(case, Act.CONSULT)
    panel = Panel.objects.create(uuid=uuid, case=case, question=question, recorded_at=at, by=by)
    PanelMember.objects.bulk_create([
        *(PanelMember(panel=panel, expert=one, name=one.name, field=one.field, title=one.standing) for one in pool),
        *(PanelMember(panel=panel, name=name, field=field) for name, field in experts)])
    start_clock(case, Kind.PANEL, at=at)
    audit.record("case.panel_called", case, by=by, at=at, panel=panel.pk)
    news.tell(case, "consult", by=by, at=at)


@transaction.atomic
def advise_case(case: Case, *, by, at: datetime, opinion: str, plan: str) -> None:
    """The experts' written opinion, and what it means for the mediation. Raises CaseMoved."""
    deadlines.stop(case, at=at, kind=Kind.PANEL)
    move(case, Act.ADVISE)
    panel = case.panels.filter(answered_at=None).first()
    if panel is None:
        raise CaseMoved(_("No panel is asked."), matter=case)
    panel.opinion, panel.plan, panel.answered_at, panel.answered_by = opinion, plan, at, by
    panel.save(update_fields=["opinion", "plan", "answered_at", "answered_by"])
    audit.record("case.panel_advised", case, by=by, at=at, panel=panel.pk)
    news.tell(case, "advise", by=by, at=at)
