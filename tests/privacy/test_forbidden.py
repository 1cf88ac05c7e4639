"""What no column may bring in, and what it must not be taken for."""

import pytest

from shuangliu.privacy.forbidden import reason


@pytest.mark.parametrize("heading", [
    "宗 教", "民族", "政治面貌*", "婚姻状况", "重点关注人员", "是否重点人员", "特殊人群类型", "刑满释放日期",
    "吸毒史", "患病类型", "残疾等级", "车牌号", "Religious belief", "ETHNIC GROUP", "Drug use", "risk_level_of_person",
    "Marital status", "face photo"])
def test_refused(heading):
    assert reason(heading)


@pytest.mark.parametrize("heading", [
    "姓名", "身份证号", "联系电话", "现住地址", "户号", "与户主关系", "工作单位", "备注", "建筑面积", "网格",
    "流入原因", "证件类型",
    "门牌号", "Surface area", "Address", "Template"])
def test_not_refused(heading):
    assert reason(heading) is None
