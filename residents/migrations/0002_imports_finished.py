"""The other phone is found as the first one is; tables bring permits, and say which sheets were not read; a pair says where
each of the two lives."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import OuterRef, Subquery

from shuangliu.privacy.fields import EncryptedTextField, LookupHashField
from shuangliu.privacy.identified import dialled, phone_hash


def hash_other_phones(apps, schema_editor):
    people = apps.get_model("residents", "Person").objects
    for person in people.exclude(other_phone="").only("other_phone").iterator(chunk_size=2000):
        people.filter(pk=person.pk).update(other_phone_hash=phone_hash(person.other_phone))


def say_where_pairs_live(apps, schema_editor):
    people = apps.get_model("residents", "Person").objects
    one, other = (Subquery(people.filter(pk=OuterRef(name)).values("area_key")) for name in ("one", "other"))
    apps.get_model("residents", "Likeness").objects.update(one_key=one, other_key=other)


class Migration(migrations.Migration):

    dependencies = [("residents", "0001_tables")]

    operations = [
        migrations.AddField("person", "other_phone_hash", LookupHashField(
            of="other_phone", plain=dialled, max_length=64, blank=True, default="", editable=False)),
        migrations.AddField("row", "other_phone_hash", LookupHashField(
            of="other_phone", plain=dialled, max_length=64, blank=True, default="", editable=False)),
        migrations.AddField("row", "permit_number", EncryptedTextField(
            blank=True, default="", bound_to="residents.permit.permit_number")),
        migrations.AddField("row", "permit_issued_on", models.DateField(null=True)),
        migrations.AddField("row", "permit_expires_on", models.DateField(null=True)),
        migrations.AddField("batch", "others", models.JSONField(default=list, verbose_name="other sheets")),
        migrations.AddField("likeness", "one_key", models.BigIntegerField(default=0, editable=False)),
        migrations.AddField("likeness", "other_key", models.BigIntegerField(default=0, editable=False)),
        migrations.AddField("likeness", "asked_at", models.DateTimeField(null=True, verbose_name="asked at")),
        migrations.AddField("likeness", "asked_by", models.ForeignKey(
            null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", db_index=False,
            to=settings.AUTH_USER_MODEL, verbose_name="asked by")),
        migrations.RunPython(say_where_pairs_live, migrations.RunPython.noop),
        migrations.RunPython(hash_other_phones, migrations.RunPython.noop),
        migrations.AddIndex("person", models.Index(
            fields=["other_phone_hash"], condition=~models.Q(other_phone_hash=""), name="person_by_other_phone")),
        migrations.AddIndex("person", models.Index(
            fields=["name_hash"], condition=models.Q(id_hash=""), name="person_numberless")),
        migrations.AddIndex("likeness", models.Index(
            fields=["one_key", "-id"], condition=models.Q(state="open"), name="likeness_of_one")),
        migrations.AddIndex("likeness", models.Index(
            fields=["other_key", "-id"], condition=models.Q(state="open"), name="likeness_of_other")),
    ]
