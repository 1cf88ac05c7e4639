"""However messy a table is: each row has one outcome, and the receipt adds up."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from residents.imports import deciding
from residents.imports.models import Batch
from residents.models import Person
from tests.cast import assemble
from tests.conftest import NOW
from tests.residents.story import LUO, TANG, with_check_digit

from .story import Office, as_csv


def text(most: int):
    """Anything but the mark by which no csv is told."""
    return st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=most)


names = text(6) | st.sampled_from(
    ["罗永贵", "唐秀英", "莫𡐓", "", "张?", "阿依古丽・买买提", "合计"])
numbers = text(20) | st.sampled_from(
    [LUO, TANG, LUO[:6] + LUO[8:17], "5.1E+17", "'" + LUO, "460100197705084318", "", "11010519491231002Х", LUO.lower(),
     with_check_digit("51012219900101001")])
phones = text(12) | st.sampled_from(
    ["13800001234", "13800001234/83721000", "", "无", "+86 13800001234"])
homes = text(15) | st.sampled_from(
    ["棠湖小区3栋2单元501", "3-2-501", "4组12号", "", "棠湖小区"])
dates = st.sampled_from(["2015-8", "2015.8.1", "42217", "", "去年", "2099-01-01"]) | text(10)
kinds = st.sampled_from(["", "流动", "户籍", "什么"])
rows = st.lists(st.tuples(names, numbers, phones, homes, dates, kinds), max_size=25)


@pytest.mark.django_db
@given(table=rows, decision=st.sampled_from(["take", "card", "them", "leave", ""]))
@settings(max_examples=25, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_rows_in_are_the_sum_of_what_became_of_them(table, decision):
    with transaction.atomic():
        office = Office(assemble(), NOW)
        content = as_csv(["姓名", "身份证号", "电话", "住址", "入住日期", "人口类型"], *table)
        batch = office.check(content)
        assert batch.state == "checked", batch.failure
        counts = batch.counts
        assert counts["rows"] == batch.rows.count() == sum(
            counts[name] for name in ("new", "changed", "same", "suspicious", "refused"))
        assert counts["rows"] + counts.get("footers", 0) <= len(table)
        if decision:
            deciding.decide(batch, by=office.cast.xie, at=NOW, decision=decision)
        office.carry(batch)
        result = Batch.objects.get(pk=batch.pk).result
        assert result["rows"] == sum(result[name] for name in ("new", "changed", "same", "refused", "left"))
        assert result["left"] >= 0
        assert Person.objects.count() == result["new"]
        office.undo(batch)
        assert not Person.objects.exists()
        transaction.set_rollback(True)
