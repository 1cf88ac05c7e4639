"""What people agreed to at the portal goes to where all consents are kept."""

from datetime import date

from django.conf import settings
from django.db import migrations
from django.utils.translation import gettext, override

PURPOSE = "hotline.portal"
# The words of 2026-11, the only ones that anybody agreed to before.
WORDS = (
    "The county hotline uses what I write, the place and my photos to have this matter settled, and my phone and "
    "name, if I give them, only to answer me. The office that handles it does not learn who I am. Contact data are "
    "masked 180 days after the matter is closed. I can take this consent back at any time.")


def move(apps, schema_editor):
    old, new = apps.get_model("hotline", "Consent"), apps.get_model("protection", "Consent")
    texts = {version: _text(apps, version) for version in old.objects.values_list("version", flat=True).distinct()}
    batch = []
    for one in old.objects.order_by("pk").iterator(chunk_size=1000):
        batch.append(new(subject_type="hotline.ticket", subject_id=one.ticket_id, text=texts[one.version],
                         form="online", at=one.at, withdrawn_at=one.withdrawn_at,
                         withdrawn_how="online" if one.withdrawn_at else ""))
        if len(batch) == 1000:
            new.objects.bulk_create(batch)
            batch = []
    new.objects.bulk_create(batch)


def _text(apps, version):
    words = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            words[language] = gettext(WORDS)
    return apps.get_model("protection", "ConsentText").objects.get_or_create(
        purpose=PURPOSE, version=version, defaults={"words": words, "valid_from": date(2014, 5, 1)})[0]


class Migration(migrations.Migration):

    dependencies = [
        ("hotline", "0007_voices"),
        ("protection", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(move, migrations.RunPython.noop),
        migrations.DeleteModel(name="Consent"),
    ]
