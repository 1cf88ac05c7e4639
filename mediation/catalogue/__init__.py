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
    categories, added = _load_categories(DisputeCategory, data["categories"])

    def fill(model, rows: list[dict], *names: str) -> int:
        """Add the rows of which none is there with the same `names`; returns how many."""
        have = set(model.objects.values_list(*names))
        made = [model(**row | {"category": categories.get(row.get("category"))}) for row in rows]
        missing = [row for row in made if tuple(getattr(row, name) for name in names) not in have]
        return len(model.objects.bulk_create(missing))

    texts = [{name: row[name] for name in ("name", "category", *AgreementText.PARTS) if name in row}
             for row in json.loads(TEXTS.read_text(encoding="utf-8"))]
    return (added + fill(TimeLimit, data["limits"], "kind", "category_id")
            + fill(AgreementText, texts, "name", "category_id")
            + fill(MediationRoute, [row | {"is_draft": False} for row in data["routes"]], "code"))


def _load_categories(model, rows: list[dict]) -> tuple[dict, int]:
    """All categories of the rows by code, and how many are new: first those above, then those below them."""
    have, added = {one.code: one for one in model.objects.all()}, 0
    for is_below in (False, True):
        level = [row for row in rows if (len(row["code"]) > 2) == is_below]
        for row in level:
            row["parent"] = have[row["code"][:2]] if is_below else None
            row.setdefault("justice_category", row["parent"].justice_category if is_below else "")
        new = model.objects.bulk_create(model(**row) for row in level if row["code"] not in have)
        have |= {one.code: one for one in new}
        added += len(new)
        for row in level:
            if not have[row["code"]].justice_category:
                # Loaded before the lines of the justice bureau were known here.
                have[row["code"]].justice_category = row["justice_category"]
                have[row["code"]].save(update_fields=["justice_category"])
    return have, added
