"""Reading leases. `Lease.objects.visible_to(user)` is the one rule of list, page, search, export, files and API."""

import re
from datetime import date

from django.db import models
from django.db.models import Q

from grids.jurisdiction import NOTHING, has_role, posts_for, scope_q
from grids.roles import Role
from shuangliu.privacy import id_number
from shuangliu.retention.restrictions import Restrictable

from .limits import REMIND_BEFORE
from .states import CERTIFIED, IN_FORCE, State

NUMBER = re.compile(r"(?:ZL)?0*(\d{1,18})", re.IGNORECASE)


class LeaseQuerySet(Restrictable, models.QuerySet):
    def visible_to(self, user):
        """The leases where `user` may read them, and those of the premises that `user` holds. What somebody has not
        sent in yet is theirs alone."""
        scope = scope_q(user, "lease.view") & (~Q(state=State.DRAFT) | Q(filed_by_user=user.pk))
        return self.filter(scope | Q(pk__in=self.model.objects.held_by(user).values("pk"))).unrestricted()

    def held_by(self, user):
        """The leases of the premises to which the counter has bound this landlord's account, and what it has filed."""
        if not has_role(user, Role.LANDLORD):
            return self.none()
        return self.filter(Q(dwelling__in=self.model.premises_of(user)) | Q(filed_by_user=user)).unrestricted()

    def of_desk(self, user):
        """What the desk of `user` reads, by the key under which its queue is indexed."""
        scope = Q()
        for post in posts_for(user, "lease.view"):
            scope |= Q(**{f"{post.area.level}_key": post.area.key})
        return self.filter(scope or NOTHING).unrestricted()

    def waiting(self):
        """Somebody has to act, and there is a time limit."""
        return self.filter(due_at__isnull=False)

    def waiting_for(self, user):
        """What the registrar has to act on; what waits for papers waits for others. The pile of the desk."""
        return self.of_desk(user).waiting().exclude(state=State.NEED_MORE)

    def in_force(self):
        return self.filter(state__in=IN_FORCE)

    def ending_by(self, day: date):
        """In force, and their last day is `day` or before."""
        return self.in_force().filter(ends_on__lte=day)

    def expiring(self, today: date):
        return self.ending_by(today + REMIND_BEFORE)

    def certified(self):
        return self.filter(state__in=CERTIFIED)

    def numbered(self, text: str):
        """The lease with this number: ZL00000012, ZL12 or 12; none for anything else."""
        found = NUMBER.fullmatch(text.strip())
        return self.filter(pk=int(found[1])) if found else self.none()

    def of_somebody(self, text: str):
        """Leases with a party of this ID number or phone, as typed."""
        from .models import Party

        found = Q(id_hash__of=id_number.upgraded(id_number.normalise(text))) | Q(phone_hash__of=text)
        return self.filter(pk__in=Party.objects.filter(found).values("lease"))

    def for_queue(self):
        return self.select_related("dwelling__building", "area").prefetch_related("parties").defer("area__outline")

    def for_detail(self):
        return self.select_related("dwelling__building", "area__parent", "agency", "manager", "registered_by").defer(
            "area__outline", "area__parent__outline")
