"""What a report says before anybody has written in it: tables and sentences, drawn from the figures. A report is a
paper of the county, so its text is Chinese whatever language somebody works in."""

from .few import told, told_alone
from .rises import DEVIATIONS, LEAST, WEEKS, Rise
from .topics import Voices

MOST = 10  # topics in the table
HIDDEN = "不列示"


def figures_of(voices: Voices) -> dict:
    """What the report keeps of them: no number below five, nor one from which such a number could be reckoned."""
    first, rest = voices.topics[:MOST], voices.topics[MOST:]
    names = [[topic.category.code, topic.category.name] for topic in first]
    return {
        "count": told_alone(voices.count), "before": told_alone(voices.before),
        "topics": _column([*names, ["", "其他类别"], ["", "未分类"]],
                          [*(topic.count for topic in first), sum(topic.count for topic in rest), voices.unsorted],
                          [*(topic.before for topic in first), sum(topic.before for topic in rest), None]),
        "places": _column([*([place.area.code, place.area.name] for place in voices.places), ["", "地点不明"]],
                          [*(place.count for place in voices.places), voices.elsewhere],
                          [*(place.before for place in voices.places), None]),
        "rises": [[topic.category.name, topic.rise.count, _mean(topic.rise)] for topic in voices.risen],
    }


def _column(names: list[list[str]], counts: list[int], before: list[int | None]) -> list[list]:
    """[code, name, count, count before]: None is not told, "" is not compared. What came in neither period is left
    out."""
    earlier = told([count or 0 for count in before])
    rows = zip(names, counts, told(counts), before, earlier, strict=True)
    return [[*name, now, "" if was is None else then] for name, count, now, was, then in rows if count or was]


def _mean(rise: Rise) -> float | None:
    """What was usual in a week; not where it tells of fewer than five."""
    return round(rise.mean, 1) if rise.mean * WEEKS >= LEAST else None


def findings_of(figures: dict) -> str:
    """The sentences, one paragraph a subject."""
    topics = [row for row in figures["topics"] if row[0] and row[2]]
    places = [row for row in figures["places"] if row[0] and row[2]]
    lines = [f"本期共收到群众诉求{_pieces(figures['count'])}，上期{_pieces(figures['before'])}{_change(figures)}。"]
    if topics:
        lines.append("反映较多的是：" + "、".join(f"{row[1]}（{row[2]}件）" for row in topics[:5]) + "。")
    if places:
        lines.append("诉求较多的区域是：" + "、".join(f"{row[1]}（{row[2]}件）" for row in places[:3]) + "。")
    if figures["rises"]:
        risen = (f"{name}（{count}件，此前每周平均{'不足1' if mean is None else mean}件）"
                 for name, count, mean in figures["rises"])
        lines.append("期末七天明显上升的是：" + "、".join(risen) + "。"
                     f"判定规则：七天内不少于{LEAST}件，且不低于此前{WEEKS}周的平均数加{DEVIATIONS}倍标准差。")
    else:
        lines.append("期末七天没有明显上升的类别。")
    return "\n\n".join(lines)


def number(count: int | str | None) -> str:
    """In a table."""
    return HIDDEN if count is None else str(count)


def _pieces(count: int | None) -> str:
    return f"不足{LEAST}件" if count is None else f"{count}件"


def _change(figures: dict) -> str:
    now, before = figures["count"], figures["before"]
    if not now or not before or now == before:
        return ""
    return f"，{'上升' if now > before else '下降'}{abs(now - before) * 100 / before:.1f}%"
