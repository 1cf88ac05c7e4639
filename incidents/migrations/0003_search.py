from django.db import migrations, models
from django.db.models import Q

from shuangliu.search.operations import AddSearch


class Migration(migrations.Migration):
    dependencies = [
        ("incidents", "0002_whole_loop"),
    ]

    operations = [
        migrations.AddField(
            model_name="category",
            name="nearby",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="the same matter within (metres)",
                help_text="How far apart two reports of this kind may be of the same matter. Empty: as the group says."),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(
                fields=["latitude", "longitude"], name="incident_point",
                condition=Q(("due_at__isnull", False), ("longitude__isnull", False))),
        ),
        AddSearch("incident", ["description", "place", "reply"]),
    ]
