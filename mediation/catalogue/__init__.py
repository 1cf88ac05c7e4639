"""What every county starts with: the categories of disputes and the time limits of the law (disputes.json).

The list is GB/T 31000-2015 table 91. Two of its kinds are kept for exchange but not offered, for the product
holds no such data: 1307 family planning, 16 ethnic and religious matters. Rows that exist are left alone, so
that what the county has edited stays.
"""

import json
from pathlib import Path

from django.db import transaction

DATA = Path(__file__).with_name("disputes.json")


@transaction.atomic
def load() -> int:
    """Add the categories and limits that are missing; returns how many. Doing it again adds none."""
    from ..models import DisputeCategory, TimeLimit

    data = json.loads(DATA.read_text(encoding="utf-8"))
    categories, added = {}, 0
    for row in data["categories"]:
        code = row["code"]
        categories[code], new = DisputeCategory.objects.get_or_create(
            code=code, defaults={**row, "parent": categories[code[:2]] if len(code) > 2 else None})
        added += new
    for row in data["limits"]:
        category = categories[row["category"]] if "category" in row else None
        _, new = TimeLimit.objects.get_or_create(
            kind=row["kind"], category=category,
            defaults={name: value for name, value in row.items() if name not in ("kind", "category")})
        added += new
    return added
