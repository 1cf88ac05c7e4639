"""What the new columns say of the rows that there are."""

from django.db import migrations

BATCH = 1000


def tell(apps, schema_editor):
    from shuangliu.privacy.cipher import lookup_hash
    from shuangliu.privacy.identified import dialled

    Case, Party = (apps.get_model("mediation", name) for name in ("Case", "Party"))
    Case.objects.filter(state="not_accepted").update(refused_code="other")
    numbered = Party.objects.exclude(id_hash="")
    numbered.filter(is_organisation=False).update(document="111")
    numbered.filter(is_organisation=True).update(document="USC")
    batch = []
    for party in Party.objects.order_by("id").iterator(BATCH):
        party.phone_hash = lookup_hash(dialled(party.phone)) if dialled(party.phone) else ""
        batch.append(party)
        if len(batch) == BATCH:
            Party.objects.bulk_update(batch, ["phone_hash"])
            batch = []
    Party.objects.bulk_update(batch, ["phone_hash"])


class Migration(migrations.Migration):
    dependencies = [("mediation", "0006_intake")]

    operations = [migrations.RunPython(tell, migrations.RunPython.noop, elidable=False)]
