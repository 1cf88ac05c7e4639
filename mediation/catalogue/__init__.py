"""What every county starts with: the categories of disputes, the time limits of the law, which disputes go to which
level and which specialised organisation (disputes.json), and the words that agreements begin with (agreements.json).

The list is GB/T 31000-2015 table 91. Two of its kinds are kept for exchange but not offered, for the product
holds no such data: 1307 family planning, 16 ethnic and religious matters. Rows that exist are left alone, so
that what the county has edited stays.
"""

import json
from pathlib import Path

from django.db import transaction

DATA = Path(__file__).with_name("disputes.json")
TEXTS = Path(__file__).with_name("agreements.json")


@transaction.atomic
def load() -> int:
    """Add what is missing of categories, limits, routes and words; returns how many. Doing it again adds none."""
    from ..models import AgreementText, DisputeCategory, MediationRoute, TimeLimit

    data = json.loads(DATA.read_text(encoding="utf-8"))
    categories, added = {}, 0
    for row in data["categories"]:
        code = row["code"]
        parent = categories[code[:2]] if len(code) > 2 else None
        line = row.get("justice_category") or parent.justice_category
        categories[code], new = DisputeCategory.objects.get_or_create(
            code=code, defaults={**row, "parent": parent, "justice_category": line})
        if not categories[code].justice_category:
            # Loaded before the lines of the justice bureau were known here.
            categories[code].justice_category = line
            categories[code].save(update_fields=["justice_category"])
        added += new
    for row in data["limits"]:
        category = categories[row["category"]] if "category" in row else None
        _, new = TimeLimit.objects.get_or_create(
            kind=row["kind"], category=category,
            defaults={name: row[name] for name in ("amount", "unit", "source")})
        added += new
    for row in json.loads(TEXTS.read_text(encoding="utf-8")):
        category = categories[row["category"]] if "category" in row else None
        _, new = AgreementText.objects.get_or_create(name=row["name"], category=category, defaults={
            name: row[name] for name in AgreementText.PARTS if name in row})
        added += new
    for row in data["routes"]:
        category = categories[row["category"]] if "category" in row else None
        _, new = MediationRoute.objects.get_or_create(
            code=row["code"], defaults={**row, "category": category, "is_draft": False})
        added += new
    return added
