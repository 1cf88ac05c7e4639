"""Matters that must not be forgotten yet."""

from datetime import date, datetime

from django.db import models, transaction
from django.db.models import Exists, OuterRef, QuerySet

from shuangliu import audit

from .models import Hold


def unheld(rows: QuerySet, today: date) -> QuerySet:
    """Those of `rows` that nobody holds back."""
    return rows.filter(~Exists(_on(rows, today)))


def held(rows: QuerySet, today: date) -> QuerySet:
    """Those of `rows` that are held back."""
    return rows.filter(Exists(_on(rows, today)))


def _on(rows: QuerySet, today: date) -> QuerySet:
    kind = rows.model._meta.label_lower
    return Hold.objects.on_kind(kind).in_force(today).filter(matter_id=OuterRef("pk"))


@transaction.atomic
def hold(matter: models.Model, *, by, at: datetime, reason: str, basis: str, until: date | None = None,
         area_key: int | None = None) -> Hold:
    """Keep the matter from being forgotten, whatever the rules say."""
    mark = Hold.objects.create(
        matter_type=matter._meta.label_lower, matter_id=matter.pk, reason=reason, basis=basis, until=until, by=by,
        at=at, area_key=getattr(matter, "area_key", None) or area_key or 0)
    audit.record("hold.made", matter, by=by, at=at, basis=basis, until=until)
    return mark


@transaction.atomic
def lift(mark: Hold, *, by, at: datetime, why: str) -> bool:
    """Let the rules have the matter again; False when somebody was faster."""
    moved = Hold.objects.filter(pk=mark.pk, lifted_at=None).update(lifted_at=at, lifted_by=by, lifted_why=why)
    if moved:
        audit.record("hold.lifted", mark, by=by, at=at, kind=mark.matter_type, key=mark.matter_id)
    return bool(moved)
