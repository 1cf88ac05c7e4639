"""How calls end in a county that begins: wrap-up codes, data that an administrator changes afterwards."""

import csv
from importlib.resources import files

from .models import WrapUp


def load() -> int:
    """Add the codes that are not there yet; returns how many. What is there stays as it is."""
    have = set(WrapUp.objects.values_list("code", flat=True))
    with files("hotline.data").joinpath("wrap_ups.csv").open(encoding="utf-8", newline="") as file:
        missing = [WrapUp(order=order, **row) for order, row in enumerate(csv.DictReader(file), start=1)
                   if row["code"] not in have]
    return len(WrapUp.objects.bulk_create(missing))
