"""Days, amounts and ages as a paper writes them."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")
GROUPS = ("", "万", "亿", "万亿")


def day(value: date | None) -> str:
    """2014年7月31日; a place to write it by hand where it is not known."""
    return f"{value.year}年{value.month}月{value.day}日" if value else "______年____月____日"


def clock(value: datetime) -> str:
    """2014年7月31日9时30分."""
    return f"{day(value)}{value.hour}时{value:%M}分"


def dispute(category: str) -> str:
    """邻里纠纷 of 邻里纠纷, 相邻关系纠纷 of 相邻关系: what two sides have between them."""
    return category if category.endswith(("纠纷", "争议")) else f"{category}纠纷"


def span(first: date | None, last: date | None) -> str:
    return f"{day(first)}至{day(last)}"


def money(amount: Decimal) -> str:
    """人民币贰佰元整（¥200.00）: capitals first, they count where the two differ."""
    return f"{capitals(amount)}（¥{amount:,.2f}）"


def capitals(amount: Decimal) -> str:
    """人民币贰佰元整 (正确填写票据和结算凭证的基本规定). Raises ValueError below 0 and from 10^16 on."""
    cents = int((amount * 100).quantize(Decimal(1), ROUND_HALF_UP))
    if not 0 <= cents < 10**18:
        raise ValueError(amount)
    whole, rest = divmod(cents, 100)
    jiao, fen = divmod(rest, 10)
    said = f"{_whole(whole)}元" if whole or not rest else ""
    if jiao:
        # 1,000.50 is 壹仟元零伍角: the zero before the point is said.
        said += ("零" if whole and whole % 10 == 0 else "") + f"{DIGITS[jiao]}角"
    elif fen and whole:
        said += "零"
    if fen:
        said += f"{DIGITS[fen]}分"
    return "人民币" + said + ("" if fen else "整")


def _whole(number: int) -> str:
    if not number:
        return "零"
    said, gap, groups = "", False, []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    for index in reversed(range(len(groups))):
        group = groups[index]
        if not group:
            gap = bool(said)
            continue
        if said and (gap or group < 1_000):
            said += "零"
        unit = GROUPS[index]
        # 亿 is said once: 1,2345,0000,0000 is 壹万贰仟叁佰肆拾伍亿.
        said += _group(group) + ("万" if unit == "万亿" and groups[2] else unit)
        gap = False
    return said


def _group(number: int) -> str:
    """1 to 9999."""
    said, zero = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            said += ("零" if zero and said else "") + DIGITS[digit] + PLACES[place]
            zero = False
        else:
            zero = True
    return said


def age(born: date, on: date) -> str:
    """Full years on a day; nothing before birth."""
    years = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    return f"{years}岁" if years >= 0 else ""
