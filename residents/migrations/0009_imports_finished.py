"""The other phone is found as the first one is; tables bring permits, and say which sheets were not read."""

from django.db import migrations, models

from shuangliu.privacy.fields import EncryptedTextField, LookupHashField
from shuangliu.privacy.identified import dialled, phone_hash


def hash_other_phones(apps, schema_editor):
    people = apps.get_model("residents", "Person").objects
    for person in people.exclude(other_phone="").only("other_phone").iterator(chunk_size=2000):
        people.filter(pk=person.pk).update(other_phone_hash=phone_hash(person.other_phone))


class Migration(migrations.Migration):

    dependencies = [("residents", "0008_care")]

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
        migrations.RunPython(hash_other_phones, migrations.RunPython.noop),
        migrations.AddIndex("person", models.Index(
            fields=["other_phone_hash"], condition=~models.Q(other_phone_hash=""), name="person_by_other_phone")),
    ]
