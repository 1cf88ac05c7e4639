from django.core.management.color import no_style
from django.db import migrations

BATCH = 500
OLD, NEW = "hotline.subjectrequest", "subjects.subjectrequest"


def carry_over(apps, schema_editor):
    """Requests about own data keep their numbers (QL000012) in their own app. What is encrypted is bound to its column,
    and so is written anew; clocks, marks, reveals and notices follow. The log is never changed."""
    from shuangliu.privacy.identified import phone_hash

    Old, New = apps.get_model("hotline", "SubjectRequest"), apps.get_model("subjects", "SubjectRequest")
    last = 0
    while rows := list(Old.objects.filter(pk__gt=last).select_related("ticket__caller").order_by("pk")[:BATCH]):
        last = rows[-1].pk
        New.objects.bulk_create([moved(New, row, phone_hash) for row in rows])
    for model, path in [("deadlines.Deadline", "matter_type"), ("retention.Hold", "matter_type"),
                        ("retention.Restriction", "matter_type"), ("protection.Reveal", "matter_type")]:
        apps.get_model(model).objects.filter(**{path: OLD}).update(**{path: NEW})
    Notice = apps.get_model("notices.Notice")
    for notice in Notice.objects.filter(matter_type=OLD):
        notice.matter_type, notice.url = NEW, notice.url.replace("/hotline/subjects/", "/subjects/")
        notice.save(update_fields=["matter_type", "url"])
    if last:
        with schema_editor.connection.cursor() as cursor:
            for statement in schema_editor.connection.ops.sequence_reset_sql(no_style(), [New]):
                cursor.execute(statement)


def moved(New, row, phone_hash):
    caller = row.ticket.caller if row.ticket else None
    phone = "" if row.is_forgotten else row.phone or (caller.phone if caller else "")
    is_over = row.answered_at is not None
    return New(
        pk=row.pk, uuid=row.uuid, kind=row.kind, channel="portal", desk="hotline", area_key=row.area_key,
        about_type="hotline.ticket" if row.ticket_id else "", about_id=row.ticket_id, phone=phone,
        phone_hash=phone_hash(phone), text=row.text, at=row.at, state="answered" if is_over else "received",
        turn="" if is_over else "admin" if row.kind == "complain" else "desk",
        due_at=None if is_over else row.due_at or row.at, alert="none" if is_over else row.alert, answer=row.answer,
        answered_by_id=row.answered_by_id, ended_at=row.answered_at, is_forgotten=row.is_forgotten)


class Migration(migrations.Migration):

    dependencies = [
        ("hotline", "0001_tables"),
        ("subjects", "0001_initial"),
        ("deadlines", "0001_tables"),
        ("notices", "0001_initial"),
        ("protection", "0001_tables"),
        ("retention", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.DeleteModel(name="SubjectRequest"),
    ]
