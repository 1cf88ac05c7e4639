"""Two rows are one person, and the way back when they were not."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from shuangliu.pages.conflict import Conflict

from ..models import Change, Membership, Merge, Person, Residence
from ..models.trail import Source
from .trail import write_down

FILLED = ("document", "id_number", "number_as_shown", "is_number_confirmed", "sex", "born_on", "phone", "other_phone",
          "origin_code", "origin_address", "employer")
STAYS = {Change, Merge, Person}  # what tells of the row itself


@transaction.atomic
def merge(kept: Person, gone: Person, *, by, at: datetime, reason: str) -> Merge:
    """`gone` stands as `kept` from now on: all that hangs on it goes over, what `kept` does not know is filled in.

    Where both have a home or a household of today, that of `kept` counts and the other stays with `gone`. Raises
    ValidationError for two different ID numbers, Conflict when either is merged already.
    """
    rows = {row.pk: row for row in Person.objects.select_for_update().filter(pk__in=[kept.pk, gone.pk]).order_by("pk")}
    one, other = rows[kept.pk], rows[gone.pk]
    if kept.pk == gone.pk or one.merged_into_id or other.merged_into_id:
        raise Conflict(_("One of them has been merged already."), matter=kept)
    if one.id_hash and other.id_hash and one.id_hash != other.id_hash:
        raise ValidationError(_("They have different ID numbers: put the wrong one right before merging."))
    moved = {_place(model, name): _hand_over(model, name, other, one) for model, name in _owned()}
    other.merged_into = one
    other.save(update_fields=["merged_into"])
    filled = [name for name in FILLED if not getattr(one, name) and getattr(other, name)]
    for name in filled:
        setattr(one, name, getattr(other, name))
    one.save()
    done = Merge.objects.create(kept=one, gone=other, reason=reason, by=by, at=at, filled=filled,
                                moved={place: keys for place, keys in moved.items() if keys})
    write_down(one, "merge", by=by, at=at, source=Source.COUNTER, note=other.number)
    kept.refresh_from_db()
    gone.refresh_from_db()
    return done


@transaction.atomic
def unmerge(done: Merge, *, by, at: datetime) -> None:
    """They are two after all: what went over comes back, but for what has been changed since. Raises Conflict when it
    was taken back before."""
    row = Merge.objects.select_for_update().get(pk=done.pk)
    if row.undone_at:
        raise Conflict(_("This merge has been taken back already."), matter=row.kept)
    kept, gone = (Person.objects.select_for_update().get(pk=pk) for pk in (row.kept_id, row.gone_id))
    for model, name in _owned():
        keys = row.moved.get(_place(model, name), [])
        model._base_manager.filter(pk__in=keys, **{name: kept}).update(**{name: gone})
    for name in row.filled:
        if getattr(kept, name) == getattr(gone, name):
            setattr(kept, name, Person._meta.get_field(name).get_default())
    kept.save()
    gone.merged_into = None
    gone.save(update_fields=["merged_into"])
    row.undone_by, row.undone_at = by, at
    row.save(update_fields=["undone_by", "undone_at"])
    write_down(kept, "unmerge", by=by, at=at, source=Source.COUNTER, note=gone.number)
    done.refresh_from_db()


def _owned():
    """Every (model, foreign key to Person) whose rows go over: also those of packages that came later."""
    for relation in Person._meta.related_objects:
        if relation.related_model not in STAYS and isinstance(relation.field, models.ForeignKey):
            yield relation.related_model, relation.field.name


def _place(model, name: str) -> str:
    """Where the keys of moved rows stand in `Merge.moved`: a model may name people in two of its fields."""
    return f"{model._meta.label_lower}.{name}"


def _hand_over(model, name: str, gone: Person, kept: Person) -> list[int]:
    rows = model._base_manager.filter(**{name: gone})
    if model in (Residence, Membership) and model.objects.filter(person=kept, until=None).exists():
        rows = rows.exclude(until=None)
    keys = list(rows.values_list("pk", flat=True))
    model._base_manager.filter(pk__in=keys).update(**{name: kept})
    return keys
