"""A category says whether the public may see its incidents; those of the catalogue as it says."""

import csv
from importlib.resources import files

from django.db import migrations, models


def as_the_catalogue_says(apps, schema_editor):
    with files("incidents.data").joinpath("categories.csv").open(encoding="utf-8", newline="") as file:
        public = [row["code"] for row in csv.DictReader(file) if row["is_public"] == "1"]
    apps.get_model("incidents", "Category").objects.filter(code__in=public).update(is_public=True)


class Migration(migrations.Migration):

    dependencies = [
        ('incidents', '0009_channel'),
    ]

    operations = [
        migrations.AddField(
            model_name='category',
            name='is_public',
            field=models.BooleanField(db_default=False, default=False, help_text='The public may see where such incidents are and how they stand, and other software may report them.', verbose_name='open to the public'),
        ),
        migrations.RunPython(as_the_catalogue_says, migrations.RunPython.noop, elidable=True),
    ]
