"""Each case that was taken on has gone one round: what was agreed moves there."""

from django.db import migrations

BATCH = 1000
END = {"settled": "agreed", "failed": "failed", "": ""}


def tell(apps, schema_editor):
    Case, Round, Session = (apps.get_model("mediation", name) for name in ("Case", "Round", "Session"))
    batch = []
    for case in Case.objects.filter(accepted_at__isnull=False).order_by("id").iterator(BATCH):
        batch.append(Round(
            case=case, number=1, center_id=case.center_id, org_id=case.org_id, mediator_id=case.mediator_id,
            opened_at=case.accepted_at, opened_why="accepted", ended_at=case.concluded_at, end=END[case.outcome],
            failed_reason=case.failed_reason, advice=case.advice if case.outcome == "failed" else "",
            agreement_form=case.agreement_form, agreement=case.agreement if case.outcome == "settled" else "",
            amount=case.amount, effective_at=case.concluded_at if case.outcome == "settled" else None))
        if len(batch) == BATCH:
            Round.objects.bulk_create(batch)
            batch = []
    Round.objects.bulk_create(batch)
    rounds = Round.objects.filter(case__sessions__isnull=False).values_list("case_id", "id").distinct()
    for case_id, round_id in rounds.iterator(BATCH):
        Session.objects.filter(case_id=case_id).update(round_id=round_id)


class Migration(migrations.Migration):
    dependencies = [("mediation", "0002_rounds")]

    operations = [migrations.RunPython(tell, migrations.RunPython.noop, elidable=False)]
