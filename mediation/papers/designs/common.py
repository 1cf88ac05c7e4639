"""What several papers share."""

from ..facts import CaseFacts, PartyFacts
from ..layout import Signatures, facts, label
from ..parts import Cell, Gap, Row, Table

FOUR = (26, 52, 26, 52)
TWO = (26, 130)
# The signature of a party may be a seal or a fingerprint (People's Mediation Law art. 29).
SIGNED = "（签名、盖章或按指印）"
EMPTY_NUMBER = "〔____〕________人调字第____号"
MANY = 6  # so many parties have a table of their own, one row each


def number(case: CaseFacts) -> str:
    return case.file_number or EMPTY_NUMBER


def org(case: CaseFacts) -> str:
    return case.org or "____________人民调解委员会"


def names(parties: tuple[PartyFacts, ...]) -> str:
    """In running text: all of a few, of many the first three and how many they are."""
    if len(parties) > MANY:
        return "、".join(party.name for party in parties[:3]) + f"等{len(parties)}人"
    return "、".join(party.name for party in parties) or "________"


def party_tables(case: CaseFacts) -> tuple[Table, ...]:
    """Everybody who takes part, side by side with what the forms ask of them."""
    if len(case.parties) > MANY:
        return (_list_of(case),)
    return tuple(_one(case, party) for party in case.parties) or (_one(case, BLANK),)


BLANK = PartyFacts(0, "当事人", "")


def _one(case: CaseFacts, party: PartyFacts) -> Table:
    role = _role(party)
    if party.is_organisation:
        rows = (Row((label(role), Cell(party.name, 3)), 9),
                facts(("统一社会\n信用代码", party.id_number), ("法定代表人\n或负责人", party.representative)))
    else:
        day = case.accepted_on or case.registered_on
        rows = (facts((role, party.name), ("性别　年龄", f"{party.sex or '　'}　{party.age(day)}".rstrip())),
                facts((party.document, party.id_number), ("职业或职务", party.occupation)))
    return Table(FOUR, (*rows, facts(("联系方式", party.phone), ("住址", party.address))))


def _list_of(case: CaseFacts) -> Table:
    head = Row(tuple(label(text) for text in ("序号", "身份", "姓名或名称", "身份证号（代码）", "联系方式")), 9)
    rows = tuple(
        Row((Cell(str(index), align="center"), Cell(_role(party), align="center"), Cell(party.name),
             Cell(party.id_number), Cell(party.phone)), 9)
        for index, party in enumerate(case.parties, 1))
    return Table((12, 22, 40, 50, 32), (head, *rows), head=1)


def _role(party: PartyFacts) -> str:
    return {"agent": "委托代理人", "guardian": "法定代理人"}.get(party.kind, party.side)


def party_lines(case: CaseFacts) -> str:
    """The same in running text, as an agreement names them."""
    return "\n".join(_said(case, party) for party in case.parties) or "当事人：________________"


def _said(case: CaseFacts, party: PartyFacts) -> str:
    if party.is_organisation:
        parts = [party.name, party.id_number and f"统一社会信用代码{party.id_number}",
                 party.address and f"住所地{party.address}",
                 party.representative and f"法定代表人或负责人{party.representative}"]
    else:
        day = case.accepted_on or case.registered_on
        parts = [party.name, party.sex, party.age(day), party.id_number and f"{party.document}{party.id_number}",
                 party.occupation, party.address and f"住{party.address}"]
    parts.append(party.phone and f"联系电话{party.phone}")
    role = _role(party) + (f"（{party.acts_for}）" if party.acts_for else "")
    return f"{role}：" + "，".join(part for part in parts if part) + "。"


def signing(case: CaseFacts, *others: str) -> tuple[Gap | Table | Signatures, ...]:
    """A place for each party and for who acts for them, then for the others; many parties sign in a table."""
    if len(case.parties) <= MANY:
        parties = tuple(f"{_role(party)}{party.name}{SIGNED}" for party in case.parties)
        return (Signatures((*(parties or ("当事人" + SIGNED,)), *others)),)
    head = Row((label("序号"), label("当事人、代理人"), label("签名、盖章或按指印")), 9)
    rows = tuple(Row((Cell(str(index), align="center"), Cell(f"{_role(party)}{party.name}"), Cell()), 11)
                 for index, party in enumerate(case.parties, 1))
    table = Table((14, 76, 66), (head, *rows), head=1)
    return (Gap(3), table, Signatures(others)) if others else (Gap(3), table)


def mediators(case: CaseFacts) -> tuple[str, ...]:
    return tuple(f"人民调解员{name}（签名）" for name in case.mediators) or ("人民调解员（签名）",)
