"""What is due after mediation warns five and two days before, as cases do; what the county has set stays."""

from django.db import migrations

AFTER = ["sign", "perform", "confirm", "follow_up", "archive"]


def warn(apps, schema_editor):
    apps.get_model("mediation", "TimeLimit").objects.filter(kind__in=AFTER, warn_days="").update(warn_days="5,2")


class Migration(migrations.Migration):
    dependencies = [("mediation", "0018_end_without_mediator")]

    operations = [migrations.RunPython(warn, migrations.RunPython.noop, elidable=False)]
