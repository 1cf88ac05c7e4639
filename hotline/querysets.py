"""Reading tickets. `Ticket.objects.visible_to(user).open()` chains."""

import re

from django.db import models
from django.db.models import Q

from grids.jurisdiction import scope_q

from .states import OPEN

NUMBER = re.compile(r"(?:RX)?0*(\d{1,18})", re.IGNORECASE)


class TicketQuerySet(models.QuerySet):
    def visible_to(self, user):
        """What `user` may see: the hotline all of its county, nobody else any. The one rule of list, detail, search,
        export, attachment and API. Departments see the incident instead, which knows no caller."""
        return self.filter(scope_q(user, "ticket.view"))

    def open(self):
        # Said of due_at too, so that the partial indexes of the queues serve it.
        return self.filter(state__in=OPEN, due_at__isnull=False)

    def sent_openly(self):
        """What the public may see of: sent by people themselves, of a category that is open to the public, for its
        office too, and not with the mediators. How much of it is shown, open311.rows says."""
        from incidents.models import Category

        from .models.tickets import SENT_OPENLY

        kinds = list(Category.objects.public().values_list("pk", flat=True))
        return self.filter(SENT_OPENLY, Q(incident=None) | Q(incident__category__in=kinds), category__in=kinds,
                           case=None)

    def numbered(self, text: str):
        """The ticket with this number: RX00000012, RX12 or 12; none for anything else."""
        found = NUMBER.fullmatch(text.strip())
        return self.filter(pk=int(found[1])) if found else self.none()

    def for_detail(self):
        return self.select_related("caller", "category__parent", "area__parent__parent", "incident__department",
                                   "incident__category", "case", "joined_to", "line", "wrap_up", "taken_by")
