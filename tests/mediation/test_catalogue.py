"""Categories and limits are data; loading them again changes nothing that the county has edited."""

from django.core.management import call_command

from mediation import catalogue
from mediation.models import DisputeCategory, TimeLimit


def test_loading_again_adds_nothing_and_keeps_what_was_edited(db, capsys):
    assert catalogue.load() > 80
    DisputeCategory.objects.filter(code="0503").update(name="交通事故纠纷", is_active=False)
    TimeLimit.objects.filter(category__code="07").update(amount=12)
    call_command("load_disputes")
    assert capsys.readouterr().out == "0 added\n"
    edited = DisputeCategory.objects.get(code="0503")
    assert (edited.name, edited.is_active) == ("交通事故纠纷", False)
    assert TimeLimit.objects.get(category__code="07").amount == 12


def test_seventeen_groups_and_the_eight_fields(db):
    catalogue.load()
    groups = DisputeCategory.objects.filter(parent=None)
    assert groups.count() == 17
    fields = set(DisputeCategory.objects.exclude(field="").values_list("field", flat=True))
    assert len(fields) == 8
    assert set(DisputeCategory.objects.filter(field="acquisition").values_list("code", flat=True)) == {"1101", "1102"}


def test_what_the_product_does_not_keep_is_not_offered(db):
    catalogue.load()
    retired = DisputeCategory.objects.filter(is_active=False)
    assert set(retired.values_list("code", flat=True)) == {"1307", "16", "1601", "1602"}
