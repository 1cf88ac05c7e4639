"""Reading volunteers, teams and call-ups. `visible_to(user)` is the one rule of list, page, search and export."""

import re
from datetime import date, timedelta

from django.db import models
from django.db.models import Count, Q

from grids.jurisdiction import NOTHING, posts_for, scope_q
from grids.keys import truncate
from grids.models import Level
from shuangliu.privacy import id_number
from shuangliu.retention.restrictions import Restrictable

from .states import KNOWN, OVER, SERVING, State

NUMBER = re.compile(r"(?:ZY)?0*(\d{1,18})", re.IGNORECASE)
RUNS_OUT = timedelta(days=30)


def desk_q(user, act: str) -> Q:
    """Filter for the areas of a desk, by the keys under which its lists are indexed."""
    scope = Q()
    for post in posts_for(user, act):
        scope |= Q(**{f"{post.area.level}_key": post.area.key})
    return scope or NOTHING


class VolunteerQuerySet(Restrictable, models.QuerySet):
    def visible_to(self, user):
        """Those of the areas of `user`; who is restricted is shown to nobody (PIPL art. 47)."""
        return self.filter(scope_q(user, "volunteer.view")).unrestricted()

    def of_desk(self, user):
        """The same rows, said so that the indexes serve."""
        return self.filter(desk_q(user, "volunteer.view")).unrestricted()

    def own(self, user):
        """The record of the account."""
        return self.filter(user=user).exclude(state__in=OVER).unrestricted()

    def known(self):
        return self.filter(state__in=KNOWN)

    def serving(self):
        return self.filter(state__in=SERVING)

    def waiting(self):
        """Somebody has to see their card."""
        return self.filter(state=State.APPLIED)

    def insurance_runs_out(self, today: date):
        return self.known().filter(insured_until__isnull=False, insured_until__lte=today + RUNS_OUT)

    def numbered(self, text: str):
        """The volunteer with this number: ZY00000012, ZY12 or 12; none for anything else."""
        found = NUMBER.fullmatch(text.strip())
        return self.filter(pk=int(found[1])) if found else self.none()

    def with_id(self, number: str):
        # Said again that there is a number, as the index has it.
        return self.filter(id_hash__of=id_number.upgraded(id_number.normalise(number))).exclude(id_hash="")

    def with_phone(self, phone: str):
        return self.filter(phone_hash__of=phone).exclude(phone_hash="")

    def named(self, name: str):
        return self.filter(name_hash__of=name)

    def for_list(self):
        """Without what no list prints: each encrypted field that is read costs its opening."""
        return (self.select_related("area").prefetch_related("abilities")
                .defer("area__outline", "id_number", "code", "guardian_name", "guardian_phone"))

    def for_detail(self):
        return self.select_related("area__parent", "user", "verified_by").defer("area__outline",
                                                                              "area__parent__outline")


class TeamQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(scope_q(user, "team.view"))

    def of_desk(self, user):
        return self.filter(desk_q(user, "team.view"))

    def standing(self):
        return self.filter(closed_on=None)

    def for_list(self):
        return self.select_related("area", "leader").defer("area__outline").annotate(
            strength=Count("members", filter=Q(members__left_on=None)))


class CallUpQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of the areas of `user`, and for a community those of its town: it asks its own volunteers by phone."""
        return self.filter(scope_q(user, "call-up.view") | self._of_town(user))

    def of_desk(self, user):
        """The same rows, said so that the indexes serve."""
        return self.filter(desk_q(user, "call-up.view") | self._of_town(user))

    @staticmethod
    def _of_town(user) -> Q:
        # What lies in a town as such has the key of the town at the level of the communities, too.
        keys = {truncate(post.area.key, Level.TOWN) for post in posts_for(user, "call-up.view")
                if post.area.level == Level.COMMUNITY}
        return Q(community_key__in=keys) if keys else NOTHING

    def for_list(self):
        return self.select_related("area").defer("area__outline").annotate(
            invited=Count("invitations"), coming=Count("invitations", filter=Q(invitations__answer="yes")))
