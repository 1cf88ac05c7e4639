"""Cameras from a spreadsheet: each row is new, changed, the same or refused; all rows are taken or none. What the file
lacks stays as it is, and nothing is deleted."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from grids.models import Area, Level
from shuangliu import audit
from shuangliu.privacy.forbidden import reason
from shuangliu.spreadsheets import Heading, Unreadable, folded, read, records

from . import actions
from .forms import CameraForm
from .models import Camera

NAMES = ("code", "site", "area", "longitude", "latitude", "owner", "owned_by", "purpose", "installed_on", "filing",
         "has_sign", "retention_days")
REQUIRED = {"code", "site", "owner", "owned_by", "purpose", "installed_on", "retention_days"}
HEADINGS = [Heading(name, gettext_lazy("code of the community") if name == "area"
                    else Camera._meta.get_field(name).verbose_name, is_required=name in REQUIRED) for name in NAMES]
YES = {"是", "有", "yes", "true", "1", "√", "y"}


class ImportForm(forms.Form):
    file = forms.FileField(label=gettext_lazy("Table (.xlsx or .csv)"))
    take = forms.BooleanField(label=gettext_lazy("Take it, if no row is refused"), required=False,
                              help_text=gettext_lazy("Without this it is a trial: nothing is written."))


@dataclass
class Result:
    """`refused` are (row, asset number, why)."""

    new: int = 0
    changed: int = 0
    same: int = 0
    refused: list[tuple[int, str, str]] = field(default_factory=list)
    is_stored: bool = False


def load(file, *, areas: Collection[Area], by, at: datetime, is_trial: bool) -> Result:
    """Read the first sheet in one transaction; a trial is the same and taken back. Raises Unreadable."""
    result, seen = Result(), set()
    rows = _rows(file)
    known = {camera.code: camera for camera in Camera.objects.filter(
        code__in=[texts["code"] for _number, texts in rows]).select_related("area__parent")}
    with transaction.atomic():
        for number, texts in rows:
            try:
                _load_row(texts, known, seen, areas, by=by, at=at, result=result)
            except ValidationError as refused:
                result.refused.append((number, texts["code"], _said(refused)))
        result.is_stored = not is_trial and not result.refused
        if result.is_stored:
            audit.record("camera.import", None, by=by, at=at, new=result.new, changed=result.changed, same=result.same)
        else:
            transaction.set_rollback(True)
    return result


def _rows(file) -> list[tuple[int, dict[str, str]]]:
    """The rows that say anything. A column that no camera may have (a stream, a picture, a face) refuses the file."""
    sheets = [sheet for sheet in read(file, name=file.name) if sheet.rows]
    if not sheets:
        raise Unreadable(_("The file is empty."))
    sheet, known = sheets[0], set().union(*(heading.known_as() for heading in HEADINGS))
    for _number, texts in sheet.rows[:10]:
        named = {folded(text) for text in texts}
        if len(named & known) < len(REQUIRED):
            continue
        for text in texts:
            if folded(text) not in known and (why := reason(text)):
                raise Unreadable(_("Column “%(column)s”: %(why)s") % {"column": text, "why": why})
    return [(number, texts) for number, texts in records(sheet, HEADINGS) if any(texts.values())]


def _load_row(texts: dict[str, str], known: dict[str, Camera], seen: set, areas, *, by, at: datetime,
              result: Result) -> None:
    if texts["code"] in seen:
        raise ValidationError(_("This number stands in a row above already."))
    seen.add(texts["code"])
    camera = known.get(texts["code"])
    if camera and not any(area.low <= camera.area_key < area.high for area in areas):
        raise ValidationError(_("There is a camera with this number."))
    form = CameraForm(_typed(texts, camera), by=by, act="camera.import")
    if not form.is_valid():
        labels = {name: str(form.fields[name].label) for name in form.fields}
        raise ValidationError("; ".join(f"{labels.get(name, '')} {' '.join(errors)}".strip()
                                        for name, errors in form.errors.items()))
    given = form.given()
    if camera is None:
        actions.register(by=by, at=at, **given)
        result.new += 1
    elif all(getattr(camera, name) == value for name, value in given.items()):
        result.same += 1
    else:
        actions.correct(camera, by=by, at=at, **given)
        result.changed += 1


def _typed(texts: dict[str, str], camera: Camera | None) -> dict[str, Any]:
    """The row as the form takes it: words of choices as their values, and of a known camera what the file lacks."""
    typed: dict[str, Any] = {}
    for name in NAMES:
        if name in texts:
            typed[name] = _value(name, texts[name])
        elif camera is not None:
            area = camera.area
            typed[name] = ((area.parent if area.level == Level.GRID else area).code if name == "area"
                           else getattr(camera, name))
    return typed


def _value(name: str, text: str) -> Any:
    if name == "has_sign":
        return folded(text) in YES
    for value, label in Camera._meta.get_field(name).choices or ():
        with override("zh-hans"):
            if folded(text) in (folded(str(label)), value):
                return value
    return text


def _said(refused: ValidationError) -> str:
    return "; ".join(refused.messages)
