"""整治档案: one courtyard on paper, from the survey to the last review. Its text is Chinese, as the paper is; the names
of the committee are masked, and there are no phones on it."""

from django.utils.timezone import localtime
from django.utils.translation import override

from shuangliu.typesetting import pdf
from shuangliu.typesetting.layout import Heading, Note, Paper, Para, Seal, Title, facts
from shuangliu.typesetting.parts import Cell, Row, Table

from .models import Courtyard
from .yuan import yuan

WIDTHS = (30.0, 48.0, 30.0, 48.0)  # mm
DEFENCES = (26.0, 26.0, 104.0)
ITEMS = (30.0, 46.0, 32.0, 32.0, 16.0)


def dossier(courtyard: Courtyard, known: dict, *, on) -> bytes:
    """The PDF. `known` is what the page of the courtyard knows (views/detail.py)."""
    with override("zh-hans"):
        return pdf.render([draw(courtyard, known, on=on)])


def draw(courtyard: Courtyard, known: dict, *, on) -> Paper:
    """The layout."""
    blocks = [Title("院落整治档案", courtyard.number), Table(WIDTHS, (
        facts(("院落名称", courtyard.name), ("所在区域", str(courtyard.area))),
        facts(("地址", courtyard.address), ("目前状态", courtyard.get_state_display())),
        facts(("户数", f"{courtyard.households} 户"), ("常住人口", f"{courtyard.residents} 人")),
        facts(("三无情况", "、".join(str(lack.label) for lack in courtyard.lacking) or "无缺项"),
              ("摸排日期", _day(courtyard.surveyed_on))),
    ))]
    for part in (_survey, _government, _plan, _acceptance, _aftermath):
        blocks += part(known)
    blocks += [Heading("办理记录"), *(Para(_said(move), filled=False) for move in courtyard.moves.select_related("by"))]
    blocks += [Note("自治组织成员姓名已作脱敏处理；照片和原件存于系统。"), Seal(str(courtyard.area), _day(on))]
    return Paper("院落整治档案", tuple(blocks))


def _survey(known: dict) -> list:
    if not (survey := known["survey"]):
        return []
    rows = [_line("四防", "状况", "照片")]
    rows += [_line(check.get_defence_display(), check.get_standing_display(), f"{len(check.files)} 张")
             for check in survey.defences.all()]
    needs = [Para(f"居民需求：{survey.needs}")] if survey.needs else []
    return [Heading("一、摸排"), Table(DEFENCES, tuple(rows)), *needs]


def _government(known: dict) -> list:
    committee, charter = known["committee"], known["charter"]
    if committee is None and charter is None:
        return [Heading("二、院落自治"), Para("尚未成立自治组织。")]
    rows = []
    if committee:
        rows += [facts(("自治组织", "、".join(member.masked_name for member in committee.members.all())),
                       ("任期", f"{_day(committee.term_from)}至{_day(committee.term_until)}")),
                 facts(("选举表决", _vote(committee)), ("选举日期", _day(committee.voted_on)))]
    if charter:
        rows.append(facts(("章程表决", _vote(charter)), ("通过日期", _day(charter.voted_on))))
    return [Heading("二、院落自治"), Table(WIDTHS, tuple(rows))]


def _plan(known: dict) -> list:
    if not (plan := known["plan"]):
        return []
    money = "、".join(f"{source} {yuan(amount)}" for source, amount in plan.sources)
    rows = [facts(("方案总额", yuan(plan.budget)), ("资金来源", money)),
            facts(("表决结果", _vote(plan) if plan.voted_on else "尚未表决"),
                  ("批准日期", _day(plan.approved_at) if plan.approved_at else "尚未批准"))]
    if plan.begun_on:
        rows.append(facts(("施工单位", plan.contractor), ("工期", f"{_day(plan.begun_on)}至{_day(plan.ends_on)}")))
    items = [_line("项目", "内容", "预算", "支出", "进度")]
    items += [_line(item.get_kind_display(), item.what, yuan(item.planned), yuan(item.spent), f"{item.progress}%")
              for item in known["items"]]
    return [Heading("三、整治方案与工程"), Para(plan.text), Table(WIDTHS, tuple(rows)), Table(ITEMS, tuple(items))]


def _acceptance(known: dict) -> list:
    if not (found := known["acceptance"]):
        return []
    units = "、".join(map(str, found.unit_labels))
    rows = [_line("四防", "验收", "照片")]
    rows += [_line(check.get_defence_display(), check.get_standing_display(), f"{len(check.files)} 张")
             for check in found.defences.all()]
    said = Para(f"{_day(found.inspected_on)}，由{units}共同验收。")
    return [Heading("四、联合验收"), said, Table(DEFENCES, tuple(rows))]


def _aftermath(known: dict) -> list:
    lines = []
    if upkeep := known["upkeep"]:
        keeper = f"（{upkeep.keeper}）" if upkeep.keeper else ""
        fee = f"，每户每月 {yuan(upkeep.fee)}" if upkeep.fee else ""
        lines.append(Para(f"长效管理：{upkeep.get_kind_display()}{keeper}{fee}。"))
    for review in known["reviews"]:
        result = "保持良好" if review.is_kept else "已反弹"
        lines.append(Para(f"{review.months} 个月回头看（{_day(review.reviewed_on)}）：{result}。{review.note}"))
    return [Heading("五、长效管理与回头看"), *lines] if lines else []


def _said(move) -> str:
    note = f"：{move.note}" if move.note else ""
    return f"{localtime(move.at):%Y-%m-%d}　{move.get_act_display()}（{move.by or '系统'}）{note}"


def _vote(one) -> str:
    return f"应到 {one.entitled} 户，赞成 {one.votes_for} 户，反对 {one.votes_against} 户"


def _line(*cells: str) -> Row:
    return Row(tuple(Cell(str(cell)) for cell in cells), 8)


def _day(day) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
