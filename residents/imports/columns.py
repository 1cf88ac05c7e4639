"""What a column of an office table can be, and by which headings it is known.

Headings are those of GB/T 31000-2015 tables 12, 13 and 16 and what offices usually write. A heading that the law or
decency forbids is none of them, whatever a user says: shuangliu.privacy.forbidden.
"""

import re
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from shuangliu.privacy import forbidden
from shuangliu.spreadsheets import folded


@dataclass(frozen=True)
class Column:
    """`headings` are known names, separated by blanks. `may_fill`: a blank cell may stand for the one above."""

    name: str
    label: Any
    headings: str
    may_fill: bool = False


COLUMNS = [
    Column("name", _("full name"), "姓名 名字 居民姓名 人员姓名 成员姓名 承租人姓名 name fullname"),
    Column("id_number", _("ID number"),
           "公民身份号码 公民身份证号码 身份证号 身份证号码 身份证 身份号码 证件号码 证件号 证号 居民身份证 "
           "居民身份证号码 承租人公民身份号码 承租人身份证号 idnumber idcard idno"),
    Column("document", _("kind of document"), "证件类型 证件种类 证件名称 证件代码 document"),
    Column("sex", _("sex"), "性别 sex gender"),
    Column("born_on", _("birthday"), "出生日期 出生年月日 出生年月 生日 出生 bornon birthday dateofbirth"),
    Column("phone", _("phone"),
           "联系方式 联系电话 手机 手机号 手机号码 电话 电话号码 移动电话 本人电话 承租人联系方式 phone "
           "mobile telephone"),
    Column("other_phone", _("other phone"), "其他电话 固定电话 固话 座机 备用电话 otherphone"),
    Column("town", _("town (subdistrict)"), "乡镇 乡镇街道 镇街 镇 街道 街办 所属街道 所属镇街 所属乡镇 town", True),
    Column("community", _("community (village)"),
           "村 社区 村社区 村(社区) 村/社区 所属社区 所属村社区 所属村 居委会 村居 行政村 单位名称 "
           "community village", True),
    Column("grid", _("grid"), "网格 网格名称 所属网格 网格号 网格编号 grid", True),
    Column("area_code", _("code of the unit"),
           "区划代码 行政区划代码 村社区代码 社区代码 单位代码 统计用区划代码 areacode", True),
    Column("address", _("address"),
           "现住地址 现住详址 现住址 现居住地址 居住地址 居住地 现住地详址 现居详址 现住地 地址 住址 详细地址 "
           "家庭住址 家庭地址 住所 房屋地址 详址 address", True),
    Column("building", _("building"),
           "楼栋 栋 楼栋号 栋号 幢 楼栋名称 小区楼栋 楼号 组 小组 组别 村民小组 社 building", True),
    Column("estate", _("estate"), "小区 小区名称 院落 院落名称 小区院落 楼盘 estate", True),
    Column("unit", _("unit of the building"), "单元 单元号 unit", True),
    Column("room", _("room"), "房号 房间号 室 室号 门牌号 门牌 户室 房屋编号 room", True),
    Column("kind", _("registered or floating"),
           "人口类型 人口类别 人员类型 居民类型 户籍类型 户口类型 居住类型 kind"),
    Column("tenure", _("lives there as"), "住所类型 居住方式 住房性质 房屋性质 居住性质 tenure"),
    Column("reason", _("came"), "流入原因 来本地原因 居住事由 居住原因 reason"),
    Column("since", _("since"), "入住日期 入住时间 居住日期 登记日期 来本地日期 起始日期 居住起始日期 since"),
    Column("register_number", _("household number"), "户号 户口簿号 户籍号 户编号 householdnumber", True),
    Column("relation", _("relation to the head"), "与户主关系 户主关系 家庭关系 关系 relation"),
    Column("origin_code", _("county of household registration"),
           "户籍地 户籍地代码 户籍地区划代码 户籍所在地代码 origincode"),
    Column("origin_address", _("address of household registration"),
           "户籍详址 户籍地址 户籍所在地 户籍地详址 户口所在地 户籍住址 原籍地址 originaddress"),
    Column("permit_number", _("permit number"), "居住证号 居住证号码 居住证编号 permitnumber"),
    Column("permit_issued_on", _("permit issued on"),
           "居住证签发日期 居住证办理日期 居住证发证日期 居住证签注日期 办证日期 permitissuedon"),
    Column("permit_expires_on", _("permit expires on"),
           "居住证有效期 居住证到期日期 居住证有效期至 居住证有效期限 居住证截止日期 permitexpireson"),
    Column("employer", _("employer"), "服务处所 工作单位 单位 就业单位 工作地点 从业单位 employer workplace"),
]
BY_NAME = {column.name: column for column in COLUMNS}
PLACES = ["address", "building", "room"]  # one of them says where somebody lives
REMARK = re.compile(r"[(（][^)）]*[)）]")


def known(heading: str) -> str | None:
    """The name of the column that has this heading, None for a stranger or a forbidden one."""
    if forbidden.reason(heading):
        return None
    return HEADINGS.get(folded(heading)) or HEADINGS.get(folded(REMARK.sub("", heading)))


def guessed(headings: list[str]) -> list[str]:
    """For each heading the name of its column or "": one column each, the first that is called so."""
    taken, names = set(), []
    for heading in headings:
        name = known(heading)
        names.append("" if name in taken else name or "")
        taken.add(name)
    return names


HEADINGS = {folded(heading): column.name for column in reversed(COLUMNS)
            for heading in [*column.headings.split(), column.name]}
