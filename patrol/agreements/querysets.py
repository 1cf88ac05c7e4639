"""Reading agreements. `FourPartyAgreement.objects.visible_to(user)` is the one rule of list, page, results, scans and
API."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Q

from grids.jurisdiction import NOTHING, posts_for, scope_q

from .states import State
from .terms import REMIND_BEFORE


class AgreementQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of the areas in which `user` may read agreements."""
        return self.filter(scope_q(user, "agreement.view"))

    def of_desk(self, user):
        """The same, by the keys under which the lists are indexed."""
        scope = Q()
        for post in posts_for(user, "agreement.view"):
            scope |= Q(**{f"{post.area.level}_key": post.area.key})
        return self.filter(scope or NOTHING)

    def running(self):
        return self.filter(state=State.ACTIVE)

    def to_sign(self):
        """On their way: drafted, or signed and not yet in force."""
        return self.filter(state__in=[State.DRAFT, State.SIGNED])

    def ending_by(self, day: date):
        """In force, and their last day is `day` or before."""
        return self.running().filter(ends_on__lte=day)

    def ending_soon(self, today: date):
        return self.ending_by(today + REMIND_BEFORE)

    def overdue(self, today: date):
        """Past their last day, and nobody has renewed them: what the networks show as a gap."""
        return self.filter(state=State.EXPIRED, ended_on__gt=today - timedelta(days=365), successor=None)

    def were_in_force(self):
        return self.filter(activated_at__isnull=False)

    def for_list(self):
        return self.select_related("area").defer("area__outline")

    def for_detail(self):
        return self.select_related("area__parent", "renews", "drafted_by").defer(
            "area__outline", "area__parent__outline")
