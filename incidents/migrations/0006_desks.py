"""When an incident was moved last, so that what sleeps is found without reading the moves."""

from django.db import migrations, models
from django.db.models import Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone


def fill(apps, schema_editor):
    """From the moves of before: the last one of a person, or one that led to another state."""
    Incident, Move = apps.get_model("incidents", "Incident"), apps.get_model("incidents", "Move")
    real = Move.objects.filter(incident=OuterRef("pk")).exclude(Q(by=None) & Q(act__in=["warn", "expire", "raise", "lapse"]))
    latest = real.order_by().values("incident").annotate(latest=Max("at")).values("latest")
    Incident.objects.update(moved_at=Coalesce(Subquery(latest), "reported_at"))


class Migration(migrations.Migration):
    dependencies = [("incidents", "0005_handed_over")]

    operations = [
        migrations.AddField(
            model_name="incident",
            name="moved_at",
            field=models.DateTimeField(default=timezone.now, verbose_name="last moved at"),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(condition=Q(due_at__isnull=False), fields=["moved_at", "id"], name="incident_dormant"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
