"""Reading swaps. `Swap.objects.visible_to(user)` is the one rule of list, page and count."""

from django.db import models
from django.db.models import Q

from grids.jurisdiction import scope_q

from .states import OPEN, State


class SwapQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Leaders those of their areas, everybody those in which they take part."""
        if user.pk is None:
            return self.none()
        return self.filter(scope_q(user, "swap.view") | self._takes_part(user))

    def of(self, user):
        """Those in which `user` takes part."""
        return self.filter(self._takes_part(user))

    def open(self):
        return self.filter(state__in=OPEN)

    def to_grant(self, user):
        """What waits for the leader."""
        return self.open().filter(scope_q(user, "swap.grant"), state=State.AGREED)

    def to_answer(self, user):
        return self.filter(taker=user, state=State.ASKED)

    def for_list(self):
        return self.select_related("shift__route", "shift__area", "giver", "taker").defer("shift__area__outline")

    @staticmethod
    def _takes_part(user) -> Q:
        return Q(giver=user) | Q(taker=user)
