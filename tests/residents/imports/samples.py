"""Imports for the role matrix and the query counts."""

import uuid

from residents.imports.models import Batch
from tests.residents.story import LUO

from .story import HEADINGS, Office, as_csv

CONTENT = as_csv(HEADINGS, ["罗永贵", LUO, "13800001234", "棠湖小区3栋2单元501"])


def uploaded(cast) -> Batch:
    return Office(cast).upload(CONTENT)


def checked(cast) -> Batch:
    return Office(cast).check(CONTENT)


def carried(cast) -> Batch:
    office = Office(cast)
    return office.carry(office.check(CONTENT))


def batches(cast, n: int) -> None:
    for _ in range(n):
        Batch.objects.create(uuid=uuid.uuid4(), area=cast.community, area_key=cast.community.key, name="人口.csv",
                             sheet="人口", kind="registered", created_by=cast.xie)


SAMPLES = {
    "residents:import-detail": checked,
    "residents:import-check": uploaded,
    "residents:import-sheet": uploaded,
    "residents:import-decide": checked,
    "residents:import-carry-out": checked,
    "residents:import-undo": carried,
    "residents:import-drop": checked,
    "residents:import-marked": checked,
}
LISTS = {"residents:import-list": ("xie", batches)}
