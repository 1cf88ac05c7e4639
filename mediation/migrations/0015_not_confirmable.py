"""Agreements on marriage itself: the court confirms none (最高法 2011 司法确认规定 art. 4)."""

from django.db import migrations

STATUS = ["0101"]


def mark(apps, schema_editor):
    apps.get_model("mediation", "DisputeCategory").objects.filter(code__in=STATUS).update(is_confirmable=False)


class Migration(migrations.Migration):
    dependencies = [("mediation", "0014_after")]

    operations = [migrations.RunPython(mark, migrations.RunPython.noop, elidable=True)]
