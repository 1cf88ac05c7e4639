"""In the long run: who looks after it, whether it holds, and when it does not."""

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from shuangliu import attachments

from ..catalogue import Care
from ..limits import REVIEWS, months_after
from ..models import Courtyard, CourtyardReview, Upkeep
from ..states import Act, State
from .building import give_back
from .moving import locked, move

HAS = ("has_guard", "has_property_mgmt", "has_organisation")


@transaction.atomic
def settle(courtyard: Courtyard, *, by, at: datetime, uuid: UUID, kind: str, since: date, fee: int = 0,
           keeper: str = "", note: str = "") -> None:
    """Somebody looks after it from now on: the lacks are as this makes them."""
    locked(courtyard, Act.SETTLE, by=by)
    Upkeep.objects.create(uuid=uuid, courtyard=courtyard, kind=kind, keeper=keeper, fee=fee, since=since)
    has = {"has_guard": True, "has_property_mgmt": kind == Care.PROPERTY, "has_organisation": True}
    if kind == Care.SELF:
        del has["has_guard"]  # the residents may keep watch by turns, with no guard
    move(courtyard, Act.SETTLE, by=by, at=at, note=note or keeper, said={"kind": kind, "fee": fee}, **has)


@transaction.atomic
def review(courtyard: Courtyard, *, by, at: datetime, uuid: UUID, is_kept: bool, note: str = "",
           lost: tuple[str, ...] | list[str] = ()) -> None:
    """Looked at again after 6 or 12 months. What does not hold has relapsed, and lacks what was `lost`.

    Raises ValidationError a month before the day, or after the last review.
    """
    row = locked(courtyard, Act.REVIEW, by=by)
    plan, today = row.plan, localdate(at)
    done = set(plan.reviews.values_list("months", flat=True))
    months = next((one for one in REVIEWS if one not in done), None)
    if months is None:
        raise ValidationError(_("Both reviews are done. Enter a relapse where you find one."))
    if today < months_after(plan.acceptance.inspected_on, months - 1):
        raise ValidationError(_("It is reviewed %(months)s months after the acceptance, not before.")
                              % {"months": months})
    found = CourtyardReview.objects.create(uuid=uuid, courtyard=row, plan=plan, months=months, reviewed_on=today,
                                           is_kept=is_kept, note=note, by=by)
    attachments.claim(uuid, found, by=by)
    changes = {} if is_kept else _fallen(lost, at)
    move(courtyard, Act.REVIEW, by=by, at=at, note=note, to=State.REVIEWED if is_kept else State.RELAPSED,
         said={"months": months, "kept": is_kept}, **changes)


@transaction.atomic
def relapse(courtyard: Courtyard, *, by, at: datetime, uuid: UUID, note: str,
            lost: tuple[str, ...] | list[str] = ()) -> None:
    """It has fallen back, whoever saw it; photos of it hang on the courtyard itself."""
    locked(courtyard, Act.RELAPSE, by=by)
    attachments.claim(uuid, courtyard, by=by)
    move(courtyard, Act.RELAPSE, by=by, at=at, note=note, said={"lost": sorted(lost)}, **_fallen(lost, at))


@transaction.atomic
def strike_off(courtyard: Courtyard, *, by, at: datetime, struck: str, note: str = "") -> None:
    """Razed, part of another one, or never there. Money that was set aside for it goes back."""
    if plan := locked(courtyard, Act.STRIKE, by=by).plan:
        give_back(plan, by=by, at=at)
    move(courtyard, Act.STRIKE, by=by, at=at, note=note, struck=struck, said={"why": struck})


def _fallen(lost, at: datetime) -> dict:
    return {"relapsed_at": at, "approved_at": None, **{name: False for name in HAS if name in lost}}
