"""My desk 工作台: what waits for me, due first; and the navigation, which also sees every business."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.timezone import localdate, now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from grids.jurisdiction import holds, posts_of
from hotline.discretion import glimpse
from hotline.knowledge.models import Article, Gap
from hotline.knowledge.reviews import AHEAD
from hotline.models import Ticket
from incidents.demands import rows
from incidents.models import Demand, Incident
from incidents.states import State
from mediation.models import Case, Duty, MeetingDecision
from mediation.screening.models import Screening
from patrol.courtyards.models import Courtyard
from patrol.models import Shift, Swap
from patrol.shifts import worklist as patrols
from residents.leases.models import Lease
from residents.models import CareReferral, CareTask, VisitTask
from residents.visits.worklist import ENTER_WITHIN
from shuangliu.deadlines.models import Step
from shuangliu.pages.access import SIGNED_IN, allows
from shuangliu.pages.forms import day_start, midnight_after
from shuangliu.protection.models import ExportRequest
from shuangliu.protection.models.exports import ANSWERED_WITHIN
from shuangliu.subjects.models import SubjectRequest

MOST = 999  # a desk with more work than this needs no exact figure
SHOWN = 8


@dataclass(frozen=True)
class Row:
    """One matter as the desk prints it."""

    url: str
    title: str
    note: str
    state: str
    label: str
    due_at: datetime
    warn_at: datetime | None  # it is due soon since then
    is_late: bool
    is_urgent: bool


def row_of(matter: Incident | Ticket | Demand | Case | Lease | MeetingDecision | SubjectRequest, at: datetime, *,
           title: str, note: str, is_urgent: bool = False) -> Row:
    """What the matters of all businesses have in common. A row knows that its clock has warned, not when."""
    return Row(
        url=matter.get_absolute_url(),
        title=title,
        note=note,
        state=matter.state,
        label=matter.get_state_display(),
        due_at=matter.due_at,
        warn_at=at if matter.alert != Step.NONE else None,
        is_late=matter.due_at < at,
        is_urgent=is_urgent,
    )


def incident_row(incident: Incident, at: datetime) -> Row:
    return row_of(incident, at, title=Truncator(incident.description).chars(60),
                  note=f"{incident.number} · {incident.category.name}", is_urgent=incident.is_urgent)


def ticket_row(ticket: Ticket, at: datetime) -> Row:
    return row_of(ticket, at, title=glimpse(ticket.content), is_urgent=ticket.is_urgent,
                  note=f"{ticket.number} · {ticket.get_kind_display()}")


def demand_row(demand: Demand, at: datetime) -> Row:
    return row_of(demand, at, title=Truncator(rows.title(demand)).chars(60), is_urgent=demand.is_urgent,
                  note=f"{rows.kind_words(demand)} · {demand.incident.number} · {rows.asker(demand)}")


def case_row(case: Case, at: datetime) -> Row:
    """Without its title: the desk may stand open for others to see, and a dispute is nobody else's matter."""
    return row_of(case, at, title=str(case.category), note=case.number)


def decision_row(decision: MeetingDecision, at: datetime) -> Row:
    return row_of(decision, at, title=Truncator(decision.text).chars(60),
                  note=f"{decision.unit} · {decision.meeting.subject}")


def lease_row(lease: Lease, at: datetime) -> Row:
    """Without address and parties: who rents what is nobody else's matter."""
    return row_of(lease, at, title=f"{lease.number} {lease.get_state_display()}", note=lease.area.name)


def courtyard_row(courtyard: Courtyard, at: datetime) -> Row:
    return row_of(courtyard, at, title=courtyard.name, note=f"{courtyard.number} · {courtyard.area.name}")


def duty_row(duty: Duty, at: datetime) -> Row:
    """What is due after mediation; without title and parties, as the case."""
    return Row(url=duty.get_absolute_url(), title=duty.get_kind_display(),
               note=f"{duty.case.number} · {duty.case.category}", state="waiting",
               label=duty.case.get_state_display(), due_at=duty.due_at,
               warn_at=at if duty.alert != Step.NONE else None, is_late=duty.due_at < at, is_urgent=False)


def review_row(article: Article, at: datetime) -> Row:
    return row_of(article, at, title=article.title, note=str(article.owner))


def gap_row(gap: Gap, at: datetime) -> Row:
    return row_of(gap, at, title=Truncator(gap.question).chars(60), note=str(gap.owner or ""))


@dataclass(frozen=True)
class Part:
    """How many of a pile are of one sort, and the list that shows them."""

    label: str
    count: int
    url: str
    is_late: bool = False


@dataclass(frozen=True)
class Pile:
    """The matters of one business that wait for somebody: the first few, how many of each urgency, and what else
    there is to know of them."""

    title: str
    url: str
    rows: list[Row]
    overdue: int
    today: int
    later: int
    parts: list[Part]
    links: dict[str, str]  # urgency -> the list that shows it, where the business has one

    @property
    def total(self) -> int:
        return self.overdue + self.today + self.later


def counted(matters: QuerySet, *order: str) -> int:
    """How many, as far as a desk cares; in the order of the queue, whose index is read no further."""
    return matters.order_by(*(order or ("due_at", "id")))[: MOST + 1].count()


def pile(title: str, url: str, waiting: QuerySet, row: Callable, at: datetime, *, parts: list[Part] | None = None,
         links: dict[str, str] | None = None) -> Pile:
    """Three capped counts and one short list, each along the index of the queue."""
    midnight = midnight_after(at)
    return Pile(
        title=title,
        url=url,
        rows=[row(matter, at) for matter in waiting.for_queue().order_by("due_at", "id")[:SHOWN]],
        overdue=counted(waiting.filter(due_at__lte=at)),
        today=counted(waiting.filter(due_at__gt=at, due_at__lt=midnight)),
        later=counted(waiting.filter(due_at__gte=midnight)),
        parts=[part for part in parts or [] if part.count],
        links=links or {},
    )


def incident_pile(user, at: datetime) -> Pile:
    """With what came back, what asks for a judgement, and what sleeps, with whomever it is."""
    url, waiting = reverse("incidents:incident-list"), Incident.objects.waiting_for(user)
    return pile(_("Incidents"), url, waiting, incident_row, at, links={
        "overdue": f"{url}?tab=waiting&is_overdue=on", "today": f"{url}?tab=waiting&due=today",
        "later": f"{url}?tab=waiting&due=later",
    }, parts=[
        Part(_("Came back"), counted(waiting.came_back()), f"{url}?tab=waiting&is_returned=on", is_late=True),
        Part(_("For my judgement"), counted(waiting.filter(state=State.CLOSED)), f"{url}?tab=waiting&state=closed"),
        Part(_("Dormant"), counted(Incident.objects.open_for(user).dormant(at)), f"{url}?tab=open&is_dormant=on"),
    ])


def duty_pile(user, at: datetime) -> Pile:
    """What is due after mediation. What comes later is no work of today: the list has it."""
    url, waiting = f"{reverse('mediation:duty-list')}?mine=1", Duty.objects.waiting_for(user)
    return pile(_("After mediation"), url, waiting.filter(due_at__lt=midnight_after(at)), duty_row, at, links={
        "overdue": f"{url}&tab=overdue", "today": f"{url}&tab=today", "later": f"{url}&tab=coming"})


def knowledge_piles(user, at: datetime) -> list[Pile]:
    """What the knowledge base lacks, and what has to be looked at again; neither where there is nothing."""
    reviews = Article.objects.waiting_for(user).filter(due_at__lt=midnight_after(at) + AHEAD)
    piles = [pile(_("Gaps in the knowledge base"), reverse("hotline:gap-list"), Gap.objects.waiting_for(user), gap_row,
                  at),
             pile(_("Articles to be looked at again"), reverse("hotline:article-reviews"), reviews, review_row, at)]
    return [one for one in piles if one.total]


def screening_row(screening: Screening, at: datetime) -> Row:
    return Row(url=screening.get_absolute_url(), title=screening.point.name, note=str(screening.point.area),
               state="waiting", label=screening.get_every_display(), due_at=screening.due_at, warn_at=at, is_late=False,
               is_urgent=False)


def screening_pile(user, at: datetime) -> Pile:
    """The points to be screened now, by the last day of their periods; and what was not done."""
    url, order, today = reverse("mediation:screening-list"), ("ends_on", "id"), localdate(at)
    due, undone = Screening.objects.to_do(user, today), counted(Screening.objects.undone(user, today), *order)
    return Pile(
        title=_("Screening for disputes"), url=url,
        rows=[screening_row(one, at) for one in due.for_list().order_by(*order)[:SHOWN]],
        overdue=0, today=counted(due.filter(ends_on=today), *order),
        later=counted(due.filter(ends_on__gt=today), *order),
        parts=[Part(_("Not done"), undone, f"{url}?tab=missed", is_late=True)] if undone else [], links={})


def care_row(referral: CareReferral, at: datetime) -> Row:
    """By its number: the desk may stand open for others to see, and help is nobody else's matter."""
    return row_of(referral, at, title=referral.number, note=str(referral.agency or ""))


def errand_pile(user, at: datetime) -> Pile:
    """What a worker is asked to do at a door, by its last day; the door stands on its own page."""
    url, today = reverse("residents:care-task-list"), localdate(at)
    mine, order = CareTask.objects.visible_to(user).to_do(), ("due_on", "id")
    rows = [Row(url=one.get_absolute_url(), title=one.get_errand_display(), note=one.get_hours_display(), state="open",
                label=_("Errand"), due_at=midnight_after(day_start(one.due_on)), warn_at=at,
                is_late=one.due_on < today, is_urgent=False) for one in mine.order_by(*order)[:SHOWN]]
    return Pile(title=_("Errands"), url=url, rows=rows, overdue=counted(mine.filter(due_on__lt=today), *order),
                today=counted(mine.filter(due_on=today), *order),
                later=counted(mine.filter(due_on__gt=today), *order), parts=[], links={})


def export_pile(user, at: datetime) -> Pile:
    """What a second person has to approve; who does not answer in time lets it fall."""
    url, waiting = reverse("protection:export-list"), ExportRequest.objects.waiting_for(user)
    rows = [Row(url=one.get_absolute_url(), title=one.words, note=f"{one.number} · {one.by}", state=one.state,
                label=one.get_state_display(), due_at=one.at + ANSWERED_WITHIN, warn_at=at, is_late=False,
                is_urgent=False) for one in waiting.select_related("by").order_by("id")[:SHOWN]]
    return Pile(title=_("Exports in clear"), url=url, rows=rows, overdue=0, today=0, later=counted(waiting, "id"),
                parts=[], links={})


def asked_row(asked: SubjectRequest, at: datetime) -> Row:
    """By its number: who asks about their own data is nobody else's matter."""
    return row_of(asked, at, title=asked.get_kind_display(), note=asked.number)


def visit_row(task: VisitTask, at: datetime) -> Row:
    return Row(url=task.get_absolute_url(), title=task.dwelling.address,
               note=f"{task.number} · {task.get_purpose_display()}",
               state=task.state, label=task.get_result_display() or task.get_state_display(),
               due_at=task.due_at or task.done_at + ENTER_WITHIN, warn_at=at, is_late=task.is_late,
               is_urgent=False)


def visit_piles(user, at: datetime) -> list[Pile]:
    """The worker's visits, due first; the registrar's results, the oldest first."""
    url, tasks, piles = reverse("residents:visit-list"), VisitTask.objects.of_desk(user), []
    if holds(user, "visit.report"):
        piles.append(pile(_("Visits"), reverse("residents:visit-report"), tasks.to_make(), visit_row, at))
    if holds(user, "visit.enter"):
        found = tasks.to_enter()
        rows = [visit_row(one, at) for one in found.for_queue().order_by("done_at", "id")[:SHOWN]]
        piles.append(Pile(title=_("Visits to be entered"), url=url, rows=rows, overdue=0, today=0,
                          later=counted(found, "done_at", "id"), parts=[], links={}))
    return [one for one in piles if one.total]


def shift_row(shift: Shift, at: datetime) -> Row:
    return Row(url=shift.get_absolute_url(), title=shift.route.name if shift.route else shift.area.name,
               note=f"{shift.number} · {shift.area.name}", state=f"shift_{shift.state}",
               label=shift.get_state_display(),
               due_at=shift.ends_at if shift.starts_at <= at else shift.starts_at, warn_at=at, is_late=False,
               is_urgent=shift.raised_at is not None)


def swap_row(swap: Swap, at: datetime) -> Row:
    return Row(url=swap.get_absolute_url(), title=f"{swap.giver} → {swap.taker}",
               note=f"{swap.number} · {swap.shift.route or swap.shift.area.name}", state=f"swap_{swap.state}",
               label=swap.get_state_display(), due_at=swap.shift.starts_at, warn_at=at, is_late=False,
               is_urgent=False)


def patrol_piles(user, at: datetime) -> list[Pile]:
    """The leader's: what goes wrong now, swaps to grant, what nobody has on the phone yet; the sub-centre's: what
    nobody answers for; and of whoever walks, the shifts that others ask them to walk."""

    def one(title, url, matters, row, order, is_wrong=False):
        count = counted(matters, *order)
        return Pile(title=title, url=url, rows=[row(matter, at) for matter in matters.order_by(*order)[:SHOWN]],
                    overdue=count if is_wrong else 0, today=0, later=0 if is_wrong else count, parts=[], links={})

    shifts, swaps, order = reverse("patrol:shift-list"), reverse("patrol:swap-list"), ("starts_at", "id")
    piles = []
    if holds(user, "shift.publish"):
        piles += [
            one(_("Patrols that go wrong now"), f"{shifts}?tab=today", patrols.for_rows(patrols.in_trouble(user, at)),
                shift_row, order, is_wrong=True),
            one(_("Swaps to grant"), swaps, Swap.objects.to_grant(user).for_list(), swap_row, ("id",)),
            one(_("Shifts not published"), reverse("patrol:roster"), patrols.for_rows(patrols.unpublished(user, at)),
                shift_row, order),
        ]
    elif holds(user, "shift.view"):
        piles.append(one(_("Patrols for which nobody answers"), f"{shifts}?tab=today",
                         patrols.for_rows(patrols.raised(user, at)), shift_row, order, is_wrong=True))
    if holds(user, "shift.walk"):
        piles.append(one(_("Shifts that you are asked to walk"), swaps, Swap.objects.to_answer(user).for_list(),
                         swap_row, ("id",)))
    return [pile for pile in piles if pile.total]


@require_safe
@allows(SIGNED_IN)
def desk(request):
    user, at = request.user, now()
    piles = []
    if holds(user, "incident.view"):
        piles.append(incident_pile(user, at))
    if holds(user, "ticket.view"):
        piles.append(pile(_("The hotline"), reverse("hotline:desk"), Ticket.objects.waiting_for(user), ticket_row, at))
    if holds(user, "demand.list"):
        asked = pile(_("Requests among offices"), reverse("incidents:demand-list"), Demand.objects.waiting_for(user),
                     demand_row, at)
        piles += [asked] if asked.total else []
    if holds(user, "case.view"):
        url = reverse("mediation:case-list")
        piles.append(pile(_("Mediation cases"), url, Case.objects.waiting_for(user), case_row, at))
    if holds(user, "meeting.edit"):
        decided = pile(_("Decisions of joint meetings"), reverse("mediation:meetings"),
                       MeetingDecision.objects.waiting_for(user), decision_row, at)
        piles += [decided] if decided.total else []
    if holds(user, "duty.view"):
        piles += [one for one in [duty_pile(user, at)] if one.total]
    if holds(user, "lease.accept"):
        waiting = Lease.objects.visible_to(user).waiting_for(user)
        piles.append(pile(_("Leases"), reverse("residents:lease-list"), waiting, lease_row, at))
    if holds(user, "courtyard.export"):
        url, waiting = reverse("patrol:courtyard-list"), Courtyard.objects.waiting_for(user)
        piles += [one for one in [pile(_("Courtyards"), f"{url}?tab=waiting", waiting, courtyard_row, at)] if one.total]
    if holds(user, "gap.answer"):
        piles += knowledge_piles(user, at)
    if holds(user, "screening.write"):
        piles += [one for one in [screening_pile(user, at)] if one.total or one.parts]
    if holds(user, "visit.view"):
        piles += visit_piles(user, at)
    if holds(user, "care.view"):
        cared = pile(_("Care referrals"), reverse("residents:care-list"), CareReferral.objects.waiting_for(user),
                     care_row, at)
        piles += [cared] if cared.total else []
    if holds(user, "care-task.view"):
        piles += [one for one in [errand_pile(user, at)] if one.total]
    if holds(user, "shift.view") or holds(user, "shift.walk"):
        piles += patrol_piles(user, at)
    if holds(user, "export.decide"):
        piles += [one for one in [export_pile(user, at)] if one.total]
    if holds(user, "subject.view"):
        asked = pile(_("Requests about own data"), reverse("subjects:subject-list"),
                     SubjectRequest.objects.waiting_for(user), asked_row, at)
        piles += [asked] if asked.total else []
    full = [one for one in piles if one.total]
    return render(request, "desk.html", {
        "piles": piles,
        "posts": posts_of(user),
        "today": localdate(at),
        "overdue": sum(one.overdue for one in piles),
        "due_today": sum(one.today for one in piles),
        "later": sum(one.later for one in piles),
        "links": (full or piles)[0].links if len(full or piles) == 1 else {},
        "may_report": holds(user, "incident.report"),
        "may_register": holds(user, "case.register"),
        "may_see_figures": holds(user, "dashboard.view"),
        "most": MOST,
    })
