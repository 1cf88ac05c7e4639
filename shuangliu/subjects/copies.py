"""The copy as a file (PIPL art. 45): to be read (PDF), to be worked with (xlsx), for other machines (JSON), in one zip.
It lies encrypted, for seven days."""

import io
import json
import zipfile
from datetime import datetime
from typing import IO

from django.db import transaction
from django.utils.timezone import localtime

from shuangliu import audit, spreadsheets
from shuangliu.protection.exports import files

from . import papers
from .collecting import Collected, collect
from .models import SubjectRequest

NAME = "个人信息副本"


def make(request: SubjectRequest, *, by, at: datetime) -> None:
    """Write the file of a request that was granted; one made before goes."""
    collected = collect(request)
    name, old = files.keep(packed(collected, at=at)), request.file
    SubjectRequest.objects.filter(pk=request.pk).update(file=name, made_at=at)
    audit.record("subject.copied", request, by=by, at=at,
                 records=sum(len(section.records) for section in collected.sections))
    if old:
        transaction.on_commit(lambda: files.remove(old))
    request.file, request.made_at = name, at


def packed(collected: Collected, *, at: datetime) -> IO[bytes]:
    """The zip, at its beginning."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr(f"{NAME}.pdf", papers.copy(collected, at=at))
        bundle.writestr(f"{NAME}.json", json.dumps(as_data(collected, at=at), ensure_ascii=False, indent=1))
        with spreadsheets.write(sheets(collected), "xlsx") as book:
            bundle.writestr(f"{NAME}.xlsx", book.read())
    file.seek(0)
    return file


def as_data(collected: Collected, *, at: datetime) -> dict:
    """For other machines: names in English, the words of the fields as they are."""
    return {
        "request": collected.number, "made_at": localtime(at).isoformat(), "person": collected.name,
        "held": [{"kept_in": section.label, "rules": dict(section.rules), "records": [
            {"record": record.title, "data": [{"field": name, "value": value} for name, value in record.facts],
             "consents": record.agreed} for record in section.records]} for section in collected.sections],
        "not_given": [{"kept_in": label, "ground": ground} for label, ground in collected.left_out],
        "looked_at": [dict(zip(("at", "office", "role", "what", "purpose"), one, strict=True))
                      for one in collected.looked],
        "given_to": [dict(zip(("at", "recipient", "purpose"), one, strict=True)) for one in collected.given]}


def sheets(collected: Collected) -> list[spreadsheets.Sheet]:
    """Names of sheets and columns in Chinese, as the papers are."""
    return [
        spreadsheets.Sheet("保存的信息", ["类别", "编号", "项目", "内容"], [
            (section.label, record.title, name, value)
            for section in collected.sections for record in section.records for name, value in record.facts]),
        spreadsheets.Sheet("谁查看过", ["时间", "单位", "岗位", "查看内容", "用途"], collected.looked),
        spreadsheets.Sheet("提供给谁", ["时间", "接收方", "用途"], collected.given)]
