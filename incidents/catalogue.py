"""The county's own catalogue: categories and stage limits, data that an administrator changes afterwards.

`load()` brings in what is missing and leaves what is there as it is, so that it may run at every start.
"""

import csv
from decimal import Decimal
from importlib.resources import files

from django.db import transaction

from .limits import DEFAULTS
from .models import Category, StageLimit


@transaction.atomic
def load() -> int:
    """Add the categories and limits that are not there yet; returns how many."""
    return _load_categories() + _load_limits()


def _load_categories() -> int:
    have = dict(Category.objects.values_list("code", "pk"))
    added = 0
    with files("incidents.data").joinpath("nearby.csv").open(encoding="utf-8", newline="") as file:
        nearby = {row["code"]: int(row["metres"]) for row in csv.DictReader(file)}
    with files("incidents.data").joinpath("categories.csv").open(encoding="utf-8", newline="") as file:
        for order, row in enumerate(csv.DictReader(file), start=1):
            if row["code"] in have:
                continue
            parent = row["code"].partition("-")[0]
            category = Category.objects.create(
                code=row["code"], name=row["name"], order=order, owner_tier=int(row["owner_tier"]),
                parent_id=have[parent] if parent != row["code"] else None, department=row["department"],
                nearby=nearby.get(row["code"]),
                handle_amount=Decimal(row["handle_amount"]), handle_unit=row["handle_unit"], advice=row["advice"],
                **{name: row[name] == "1" for name in ("is_urgent", "needs_photo", "is_dispute", "is_public")},
            )
            have[category.code] = category.pk
            added += 1
    return added


def _load_limits() -> int:
    have = set(StageLimit.objects.values_list("stage", "is_urgent"))
    missing = [StageLimit(stage=stage, is_urgent=is_urgent, amount=limit.amount, unit=limit.unit)
               for (stage, is_urgent), limit in DEFAULTS.items() if (stage.value, is_urgent) not in have]
    return len(StageLimit.objects.bulk_create(missing))
