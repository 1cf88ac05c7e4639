"""Whatever is changed in the admin leaves an entry: who may do what is decided there."""

import json

from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_save
from django.dispatch import receiver

from .recording import record

VERBS = {ADDITION: "admin.added", CHANGE: "admin.changed", DELETION: "admin.deleted"}


@receiver(post_save, sender=LogEntry)
def changed_in_the_admin(sender, instance: LogEntry, created: bool, **kwargs):
    """Say what and which fields, never the values: they may be personal."""
    if created:
        kind = ContentType.objects.get_for_id(instance.content_type_id)
        record(VERBS[instance.action_flag], None, by=instance.user, at=instance.action_time,
               model=f"{kind.app_label}.{kind.model}", key=str(instance.object_id), fields=_fields(instance) or None)


def _fields(entry: LogEntry) -> list[str]:
    """Names of the fields of the object itself that were changed, sorted; none for older plain messages."""
    try:
        parts = json.loads(entry.change_message or "[]")
    except ValueError:
        return []
    return sorted({name for part in parts for name in part.get("changed", {}).get("fields", [])})
