"""Reading tickets. `Ticket.objects.visible_to(user).open()` chains."""

import re
from datetime import datetime

from django.db import models
from django.db.models import Prefetch, Q

from grids.jurisdiction import NOTHING, has_role, posts_for, scope_q
from grids.models import Area
from grids.roles import Role
from incidents.models import Category, Incident
from mediation.models import Case
from shuangliu.deadlines.models import Step
from shuangliu.retention.restrictions import Restrictable

from .states import AT_DESK, OPEN, OVER, WITH_OFFICE, State

NUMBER = re.compile(r"(?:RX)?0*(\d{1,18})", re.IGNORECASE)
ROW = ("uuid", "area_key", "channel", "kind", "category_id", "content", "whole", "place", "longitude", "latitude",
       "area_id",
       "is_urgent", "is_with_lead", "to_be_told", "state", "due_at", "alert", "reply_due_at", "incident_id", "case_id",
       "returned_count", "rework_count", "received_at", "replied_at", "closed_at", "satisfaction", "answer",
       "caller_id")


class TicketQuerySet(Restrictable, models.QuerySet):
    def visible_to(self, user):
        """What `user` may see: the hotline all of its county, nobody else any. The one rule of list, detail, search,
        export, attachment and API. Departments see the incident instead, which knows no caller. What is restricted is
        stored only (PIPL art. 47)."""
        return self.filter(scope_q(user, "ticket.view")).unrestricted()

    # The keys first: with a join and an OR the database would read all that waits.
    def going_on_in(self, incident: Incident):
        """Those of this incident, and of what was merged into it."""
        them = Incident.objects.filter(Q(pk=incident.pk) | Q(merged_into=incident))
        return self.filter(incident__in=them.values("pk"))

    def going_on_in_case(self, case: Case):
        """Those of this case, and of what was joined to it."""
        them = Case.objects.filter(Q(pk=case.pk) | Q(joined_to=case))
        return self.filter(case__in=them.values("pk"))

    def open(self):
        # Said of due_at too, so that the partial indexes of the queues serve it.
        return self.filter(state__in=OPEN, due_at__isnull=False)

    def waiting_for(self, user):
        """What `user` has to move on: an agent decides, tells and calls back; the supervisor reads the replies and
        decides what has come back too often. The pile of the desk."""
        waits = NOTHING
        if has_role(user, Role.HOTLINE_AGENT):
            waits |= (Q(state__in=AT_DESK, is_with_lead=False) | Q(state=State.FOLLOW_UP)
                      | Q(state__in=OPEN, to_be_told=True))
        if has_role(user, Role.HOTLINE_LEAD):
            waits |= Q(state__in=AT_DESK, is_with_lead=True) | Q(state=State.REPLIED)
        return self.of_county(user).filter(waits, due_at__isnull=False)

    def of_county(self, user):
        """All that is visible, said by the key under which the queues are indexed."""
        counties = {post.area.key for post in posts_for(user, "ticket.view")}
        return self.filter(county_key__in=counties).unrestricted()

    def sent_openly(self):
        """What the public may see of: sent by people themselves, of a category that is open to the public, for its
        office too, and not with the mediators. How much of it is shown, open311.rows says."""
        from .models.tickets import SENT_OPENLY

        kinds = list(Category.objects.public().values_list("pk", flat=True))
        return self.filter(SENT_OPENLY, Q(incident=None) | Q(incident__category__in=kinds), category__in=kinds,
                           case=None).unrestricted()

    def to_decide(self):
        return self.filter(state__in=AT_DESK, due_at__isnull=False)

    def with_office(self):
        return self.filter(state__in=WITH_OFFICE, due_at__isnull=False)

    def to_be_told_it_takes_longer(self):
        return self.filter(to_be_told=True, state__in=OPEN, due_at__isnull=False)

    def to_review(self):
        return self.filter(state=State.REPLIED, due_at__isnull=False)

    def to_call(self, at: datetime | None = None):
        """Whose callers are to be called back; `at`: those who may be tried then."""
        found = self.filter(state=State.FOLLOW_UP, due_at__isnull=False)
        return found if at is None else found.filter(Q(call_after=None) | Q(call_after__lte=at))

    def over(self):
        return self.filter(state__in=OVER)

    def overdue(self):
        """Whose running limit has struck; one that rests has not."""
        return self.open().filter(alert__in=[Step.OVERDUE, Step.RAISED])

    def numbered(self, text: str):
        """The ticket with this number: RX00000012, RX12 or 12; none for anything else."""
        found = NUMBER.fullmatch(text.strip())
        return self.filter(pk=int(found[1])) if found else self.none()

    def for_queue(self):
        """With all that a row of a list or of the API says, and no caller."""
        return self.only(*ROW).prefetch_related(
            Prefetch("category", Category.objects.only("code", "name")),
            Prefetch("area", Area.objects.only("code", "name", "level")))

    def for_detail(self):
        return self.select_related(
            "caller", "category__parent", "area__parent__parent", "incident__department", "incident__category",
            "incident__merged_into", "case__mediator", "joined_to", "line", "wrap_up", "taken_by",
        ).defer("area__outline", "area__parent__outline", "area__parent__parent__outline")
