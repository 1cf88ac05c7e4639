"""Which account holds which dwelling: bound and loosed at the counter."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from grids.jurisdiction import has_role
from grids.roles import Role
from shuangliu import audit

from ...models.homes import Dwelling
from ..models import Holder


@transaction.atomic
def bind(dwelling: Dwelling, *, by, at: datetime, user) -> Holder:
    """The account sees the leases of this dwelling from now on; the registrar has seen ID and title. Twice changes
    nothing. Raises ValidationError for an account that is no landlord's."""
    if not has_role(user, Role.LANDLORD):
        raise ValidationError({"username": _("This is no landlord's account.")})
    held = Holder.objects.filter(user=user, dwelling=dwelling, until=None)
    if found := held.first():
        return found
    try:
        with transaction.atomic():
            holder = Holder.objects.create(user=user, dwelling=dwelling, bound_by=by, bound_at=at)
    except IntegrityError:
        return held.get()
    audit.record("lease.bind", dwelling, by=by, at=at, user=user.pk)
    return holder


@transaction.atomic
def loose(holder: Holder, *, by, at: datetime) -> None:
    """The account holds the dwelling no longer. Twice changes nothing."""
    if Holder.objects.filter(pk=holder.pk, until=None).update(until=localdate(at)):
        audit.record("lease.loose", holder.dwelling, by=by, at=at, user=holder.user_id)
    holder.refresh_from_db()
