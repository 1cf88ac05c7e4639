"""For whom each case counts: whoever has it. Cases had one round each before, so nobody else can have ended one."""

from django.db import migrations
from django.db.models import F, Min, OuterRef, Subquery


def tell(apps, schema_editor):
    Case, Session = (apps.get_model("mediation", name) for name in ("Case", "Session"))
    first = Session.objects.filter(case=OuterRef("pk")).order_by().values("case").annotate(at=Min("held_at"))
    Case.objects.update(for_org=F("org"), for_mediator=F("mediator"), for_channel=F("channel"),
                        met_at=Subquery(first.values("at")))


class Migration(migrations.Migration):
    dependencies = [("mediation", "0009_figures")]

    operations = [migrations.RunPython(tell, migrations.RunPython.noop, elidable=False)]
