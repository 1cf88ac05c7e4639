"""The parties and who speaks for them."""

from collections.abc import Iterator

from shuangliu.privacy.documents import Document

from ...models import Case
from ...models.parties import Representative, Sex, Side
from .told import PartyFacts

SIDES = {Side.APPLICANT: "申请人", Side.RESPONDENT: "被申请人"}
SEXES = {Sex.MAN: "男", Sex.WOMAN: "女"}
# What a paper calls the number: of an ID card unless it says otherwise.
DOCUMENTS = {"": "身份证号", Document.ID_CARD: "身份证号", Document.PASSPORT: "护照号码",
             Document.CREDIT_CODE: "统一社会信用代码"}
POWERS = {Representative.Powers.GENERAL: "一般代理。",
          Representative.Powers.SPECIAL: "特别授权：代为承认、放弃、变更调解请求，进行和解，签署调解协议，代收款物。"}


def people(case: Case, clear: bool) -> Iterator[PartyFacts]:
    """Each party, and after it those who speak for it now."""
    for party in case.parties.prefetch_related("representatives"):
        side = SIDES[party.role]
        yield PartyFacts(
            pk=party.pk, side=side, is_organisation=party.is_organisation, **identity(party, clear),
            sex=str(SEXES.get(party.sex, "")), born_on=party.born_on if clear else None,
            address=party.address if clear else party.masked_address, occupation=party.occupation if clear else "")
        for one in party.speakers:
            yield PartyFacts(
                pk=one.pk, side=side, kind=one.kind, **identity(one, clear), relation=one.relation,
                acts_for=party.name if clear else party.masked_name, authority=POWERS.get(one.powers, ""),
                authorised_on=one.authorised_on)


def identity(person, clear: bool) -> dict[str, str]:
    """What every person has in common: name, document and phone."""
    return {
        "name": person.name if clear else person.masked_name,
        "id_number": person.id_number if clear else person.masked_id_number,
        "phone": person.phone if clear else person.masked_phone,
        "document": DOCUMENTS.get(person.document, "证件号码"),
    }
