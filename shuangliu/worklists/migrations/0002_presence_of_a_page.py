"""Presence is of a page: one that has said goodbye stays gone, and the other tab of the same person does not go with it."""

import uuid

from django.conf import settings
from django.db import migrations, models


def forget(apps, schema_editor):
    """Signs of life last a minute; pages that are open give theirs again."""
    apps.get_model("worklists", "Presence").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("worklists", "0001_initial"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.RunPython(forget, migrations.RunPython.noop),
        migrations.RemoveConstraint(model_name="presence", name="presence_of_user"),
        migrations.AddField(
            model_name="presence",
            name="page",
            field=models.UUIDField(default=uuid.uuid4, verbose_name="page"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="presence",
            name="is_gone",
            field=models.BooleanField(default=False, verbose_name="has gone"),
        ),
        migrations.AddConstraint(
            model_name="presence",
            constraint=models.UniqueConstraint(
                fields=("matter_type", "matter_id", "user", "page"), name="presence_of_page"),
        ),
    ]
