"""The line we do not cross, at the counter: no column of a table and no choice of a list names a kind of people."""

import pytest

from residents.care import services
from residents.imports.columns import COLUMNS, known
from shuangliu.privacy import forbidden

LISTS = [services.Service, services.Sent, services.Outcome, services.Errand, services.Hours,
         services.Done]


def test_no_column_of_an_office_table_is_forbidden():
    headings = [heading for column in COLUMNS for heading in [column.name, *column.headings.split()]]
    assert len(headings) > 100
    assert not [heading for heading in headings if forbidden.reason(heading) or forbidden.FIELD.search(heading)]


@pytest.mark.parametrize("heading", ["民族", "宗教信仰", "是否吸毒人员", "刑释解教", "精神障碍类别",
                                     "重点人员类别", "风险等级", "Religion",
                                     "drug history", "Offence", "diagnosis", "key person"])
def test_such_a_heading_is_no_column_and_says_why(heading):
    assert known(heading) is None
    assert str(forbidden.reason(heading))


@pytest.mark.parametrize("choices", LISTS)
def test_the_lists_of_care_name_services_and_no_kind_of_people(choices):
    for choice in choices:
        for words in (choice.value, str(choice.label)):
            assert not forbidden.reason(words), words
            assert not forbidden.told(words), words


def test_the_words_of_a_need_may_tell_what_is_wanted():
    for words in ("收入低，想申请补贴", "腿脚不便，想有人陪同去医院", "孩子想转学"):
        assert not forbidden.told(words), words
    assert forbidden.told("医院ＨＩＶ 检查") == "HIV"
