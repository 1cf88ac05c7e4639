"""Keeping filters. Preferences of a person, not acts on a matter: the audit log does not hold them."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from shuangliu.accounts.models import User

from .lists import Worklist
from .models import SavedFilter

MOST = 12


def filters_of(user, worklist: Worklist):
    """What the person keeps, oldest first."""
    return SavedFilter.objects.filter(user=user, worklist=worklist.key)


@transaction.atomic
def save_filter(worklist: Worklist, *, by, name: str, query: str, is_default: bool = False) -> SavedFilter:
    """Keep `query` under `name`; a name that exists gets the new query. Raises ValidationError beyond MOST."""
    _one_at_a_time(by)
    kept = filters_of(by, worklist)
    if kept.exclude(name=name).count() >= MOST:
        raise ValidationError(_("At most %(most)d filters can be kept. Delete one first."), params={"most": MOST})
    if is_default:
        kept.update(is_default=False)
    saved, _is_new = kept.update_or_create(
        name=name, defaults={"query": query, "is_default": is_default},
        create_defaults={"user": by, "worklist": worklist.key, "name": name, "query": query,
                         "is_default": is_default})
    return saved


@transaction.atomic
def rename_filter(saved: SavedFilter, *, by, name: str) -> None:
    """Raises ValidationError when another one has the name."""
    _one_at_a_time(by)
    alike = SavedFilter.objects.filter(user=by, worklist=saved.worklist, name=name)
    if alike.exclude(pk=saved.pk).exists():
        raise ValidationError(_("You have a filter of this name already."))
    SavedFilter.objects.filter(pk=saved.pk).update(name=name)


@transaction.atomic
def choose_default(saved: SavedFilter, *, by, is_default: bool) -> None:
    """The one that the list opens with."""
    _one_at_a_time(by)
    SavedFilter.objects.filter(user=by, worklist=saved.worklist).update(is_default=False)
    if is_default:
        SavedFilter.objects.filter(pk=saved.pk).update(is_default=True)


def _one_at_a_time(user) -> None:
    User.objects.select_for_update().get(pk=user.pk)
