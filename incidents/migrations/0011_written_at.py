"""When a report was written, which is earlier than its arrival where there was no network."""

from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [("incidents", "0010_public")]

    operations = [
        migrations.AddField(
            model_name="incident",
            name="written_at",
            field=models.DateTimeField(null=True, verbose_name="written at"),
        ),
        migrations.AddConstraint(
            model_name="incident",
            constraint=models.CheckConstraint(
                name="incident_written_first",
                condition=Q(("written_at", None), ("written_at__lte", F("reported_at")), _connector="OR")),
        ),
    ]
