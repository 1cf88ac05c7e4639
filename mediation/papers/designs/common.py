"""What several papers share."""

from datetime import date

from shuangliu.typesetting.layout import Block, Line, Seal, Signatures, facts, label
from shuangliu.typesetting.parts import Cell, Gap, Row, Table

from ..facts import CaseFacts, PartyFacts
from ..wording import day
from . import channels

FOUR = (26, 52, 26, 52)
TWO = (26, 130)
# The signature of a party may be a seal or a fingerprint (People's Mediation Law art. 29).
SIGNED = "（签名、盖章或按指印）"
MANY = 6  # more parties than so many stand in a list of their own, one row each
MOST_FREE = 8  # lines to sign on that stand free


def number(case: CaseFacts) -> str:
    return case.file_number or f"〔____〕________{channels.of(case).sign}第____号"


def org(case: CaseFacts) -> str:
    return case.org or channels.of(case).body


def seal(case: CaseFacts, on: date | None) -> Seal:
    return Seal(org(case), day(on), channels.of(case).seal)


def names(parties: tuple[PartyFacts, ...]) -> str:
    """In running text: all of a few, of many the first three and how many they are."""
    if len(parties) > MANY:
        return "、".join(party.name for party in parties[:3]) + f"等{len(parties)}人"
    return "、".join(party.name for party in parties) or "________"


def party_tables(case: CaseFacts) -> tuple[Table | Gap, ...]:
    """Everybody who takes part, side by side with what the forms ask of them."""
    if len(case.parties) > MANY:
        # Apart from the tables around: its head stands on each of its pages, and on no others.
        return Gap(2), _list_of(case), Gap(2)
    return tuple(_one(case, party) for party in case.parties) or (_one(case, BLANK),)


BLANK = PartyFacts(0, "当事人", "")


def _one(case: CaseFacts, party: PartyFacts) -> Table:
    role = _role(party)
    if party.is_organisation:
        rows = (Row((label(role), Cell(party.name, 3)), 9),
                facts(("统一社会\n信用代码", party.id_number), ("法定代表人\n或负责人", party.representative)))
    else:
        at = case.accepted_on or case.registered_on
        name = f"{party.name}（代{party.acts_for}）" if party.acts_for else party.name
        rows = (facts((role, name), ("性别　年龄", f"{party.sex or '　'}　{party.age(at)}".rstrip())),
                facts((party.document, party.id_number), ("职业或职务", party.occupation)))
    return Table(FOUR, (*rows, facts(("联系方式", party.phone), ("住址", party.address))), whole=True)


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
        at = case.accepted_on or case.registered_on
        parts = [party.name, party.sex, party.age(at), party.id_number and f"{party.document}{party.id_number}",
                 party.occupation, party.address and f"住{party.address}"]
    parts.append(party.phone and f"联系电话{party.phone}")
    role = _role(party) + (f"（{party.acts_for}）" if party.acts_for else "")
    return f"{role}：" + "，".join(part for part in parts if part) + "。"


def signed(party: PartyFacts) -> str:
    """Where a party signs: an organisation by its seal and whoever acts for it."""
    return f"{_role(party)}{party.name}{'（盖章、签名）' if party.is_organisation else SIGNED}"


def signing(case: CaseFacts, *others: str, by: tuple[PartyFacts, ...] | None = None,
            on: str = "") -> tuple[Block, ...]:
    """A place for each party (or those it is signed `by`) and for who acts for them, then for the others, over the
    date; many, or long names, sign in a table."""
    parties = case.parties if by is None else by
    places = tuple(map(signed, parties)) or (f"{'当事人' if by is None else '申请人'}{SIGNED}",)
    if Signatures(places).height <= MOST_FREE:
        return (Signatures((*places, *others), on),)
    head = Row(tuple(map(label, ("序号", "当事人、代理人", "签名、盖章或按指印"))), 9)
    rows = tuple(Row((Cell(str(index), align="center"), Cell(f"{_role(party)}{party.name}"), Cell()), 12)
                 for index, party in enumerate(parties, 1))
    table = Table((14, 76, 66), (head, *rows), head=1, keep=bool(on))
    below = (Signatures(others, on),) if others else (Line(on, "right"),) if on else ()
    return (Gap(3), table, *below)


def mediators(case: CaseFacts, names: tuple[str, ...] | None = None) -> tuple[str, ...]:
    """Where each mediator signs, who leads first."""
    word = channels.of(case).mediator
    return tuple(f"{word}{name}（签名）" for name in names or case.mediators) or (f"{word}（签名）",)
