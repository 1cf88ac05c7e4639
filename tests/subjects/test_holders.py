"""What is held of a person: found, copied, deleted, locked; never what is somebody else's."""

import io
import json
import zipfile
from datetime import date, timedelta

import pytest

from residents import actions as register
from residents.models import Person
from residents.models.living import Left
from shuangliu.privacy import guards
from shuangliu.protection import consents, reveals
from shuangliu.retention import forgetting, holds
from shuangliu.retention.models import Forgotten
from shuangliu.subjects import actions, copies, finding, registry
from shuangliu.subjects.collecting import collect
from shuangliu.subjects.models import SubjectFinding, SubjectRequest
from tests.conftest import NOW
from tests.hotline.story import Calls
from tests.incidents.story import Story, make_kinds
from tests.mediation.story import agreed, network
from tests.residents.care.story import Caring
from tests.residents.story import LUO, TANG

from .story import PHONE


def held(asked) -> list[str]:
    return sorted(one.holder for one in asked.findings.all())


def facts(asked) -> str:
    collected = collect(asked)
    return json.dumps(copies.as_data(collected, at=NOW), ensure_ascii=False)


def test_what_is_held_is_in_the_copy_and_what_is_not_theirs_is_not(asking, cast):
    luo = asking.homes.register(phone=PHONE, employer="双流建材厂")
    asking.homes.register(name="唐小红", number=TANG, phone=PHONE, kind="floating")
    reveals.reveal(luo, by=cast.xie, at=asking.at, purpose="reach")
    asked = asking.grant(asking.tell("identified"))
    with zipfile.ZipFile(io.BytesIO(actions.fetch(asked, at=asking.later()).read())) as bundle:
        assert sorted(bundle.namelist()) == ["个人信息副本.json", "个人信息副本.pdf", "个人信息副本.xlsx"]
        data = json.loads(bundle.read("个人信息副本.json"))
        assert bundle.read("个人信息副本.pdf").startswith(b"%PDF")
    text = json.dumps(data, ensure_ascii=False)
    for own in ("罗永贵", LUO, PHONE, "双流建材厂", "棠湖小区3栋2单元501"):
        assert own in text
    for other in ("唐小红", TANG, "谢登记"):
        assert other not in text
    assert [one["office"] for one in data["looked_at"]][-1] == "棠湖社区"
    assert "entry" not in data["looked_at"][0]


def test_a_phone_that_nobody_rang_finds_nothing(asking, cast):
    calls = Calls(Story(cast, make_kinds()))
    ticket = calls.tell("closed", phone=PHONE)
    unproven = asking.identify(asking.ask(), is_phone_proven=False)
    assert held(unproven) == []
    proven = asking.identify(asking.ask())
    assert held(proven) == ["hotline.ticket", "subjects.request"]
    asking.grant(proven)
    assert ticket.said in facts(proven)


def test_called_back_only_what_the_phone_holds_is_found(asking, cast):
    asking.homes.register(phone=PHONE)
    Calls(Story(cast, make_kinds())).tell("closed", phone=PHONE)
    asked = asking.ask(desk="hotline", area_key=cast.county.key)
    asking.identify(asked, how="callback", by=cast.mu)
    assert (asked.id_number, asked.is_phone_proven, held(asked)) == ("", True, ["hotline.ticket"])


def test_number_and_code_of_a_ticket_lead_to_it_alone(asking, cast):
    ticket = Calls(Story(cast, make_kinds())).tell("closed", phone=PHONE)
    asked = asking.ask(about=ticket, desk="hotline", area_key=ticket.area_key, phone="")
    asking.identify(asked, phone="", is_phone_proven=False)
    assert held(asked) == ["hotline.ticket"]


def test_under_an_older_key_the_same_is_found(asking, cast, settings):
    keys = settings.FIELD_KEYS
    asking.homes.register()
    settings.FIELD_KEYS = {**keys, max(keys) + 1: "another-key-of-some-length"}
    assert held(asking.identify(asking.ask())) == ["residents.person"]


def test_a_party_gets_their_own_and_nothing_of_the_case(asking, cast):
    network(cast)
    case = agreed(cast)
    zhang = next(party for party in case.parties.all() if party.id_number)
    others = [party for party in case.parties.all() if party != zhang]
    asked = asking.identify(asking.ask(), name=zhang.name, id_number=zhang.id_number, phone="", is_phone_proven=False)
    assert held(asked) == ["mediation.party"]
    asking.grant(asked)
    text = facts(asked)
    assert case.number in text
    assert zhang.name in text
    for other in others:
        assert other.name not in text
    assert case.title not in text


def test_a_counter_does_not_learn_of_a_case(asking, cast):
    network(cast)
    case = agreed(cast)
    zhang = next(party for party in case.parties.all() if party.id_number)
    asked = asking.identify(asking.ask(), name=zhang.name, id_number=zhang.id_number, is_phone_proven=False)
    found = list(asked.findings.all())
    assert (finding.known_to(cast.xie, found), finding.known_to(cast.an, found)) == ([], found)


def test_care_is_copied_and_kept_for_the_law(asking, cast):
    person = asking.homes.register(phone=PHONE)
    referral = Caring(cast).write(person=person)
    asked = asking.identify(asking.ask())
    assert "residents.care" in held(asked)
    asking.grant(asked)
    assert referral.need in facts(asked)


def test_who_lives_here_is_not_deleted_from_the_register(asking, cast):
    asking.homes.register()
    asked = asking.tell("identified", kind="delete")
    (one,) = asked.findings.all()
    ground, why = finding.objection(one, "delete", at=NOW)
    assert ground == "kept"
    assert "居住证暂行条例" in why or "Residence permit" in why


def test_who_moved_away_is_deleted_through_the_rule_and_the_ledger_says_so(asking, cast):
    person = asking.homes.register()
    register.move_out(person, by=cast.xie, at=asking.later(), until=date(2026, 3, 1), left=Left.AWAY)
    asked = asking.grant(asking.tell("identified", kind="delete"))
    assert asked.state == "carried_out"
    assert not Person.objects.exists()
    assert Forgotten.objects.get().matter_type == "residents.residence"
    assert SubjectFinding.objects.get().done_at is not None


def test_what_is_held_back_is_not_deleted(asking, cast):
    person = asking.homes.register()
    register.move_out(person, by=cast.xie, at=asking.later(), until=date(2026, 3, 1), left=Left.AWAY)
    holds.hold(person, by=cast.an, at=asking.later(), reason="诉讼", basis="民事诉讼法第八十四条")
    asked = asking.tell("identified", kind="delete")
    (one,) = asked.findings.all()
    assert finding.objection(one, "delete", at=NOW)[1].endswith("民事诉讼法第八十四条")
    with pytest.raises(Exception, match=str(registry.get(one.holder).label)):
        asking.grant(asked)
    assert Person.objects.exists()


def test_a_caller_is_forgotten_on_request(asking, cast):
    ticket = Calls(Story(cast, make_kinds())).tell("closed", phone=PHONE)
    asking.grant(asking.tell("identified", kind="delete"))
    ticket.refresh_from_db()
    assert ticket.caller is None


def test_what_is_locked_is_not_shown_any_more(asking, cast):
    person = asking.homes.register()
    asking.grant(asking.tell("identified", kind="restrict"))
    with pytest.raises(guards.Refused):
        reveals.reveal(person, by=cast.xie, at=asking.later(), purpose="reach")
    assert not Person.objects.visible_to(cast.xie).exists()


def test_a_consent_is_taken_back_at_the_counter(asking, cast):
    ticket = Calls(Story(cast, make_kinds())).tell("closed", phone=PHONE)
    consents.give(ticket, "hotline.portal", at=asking.at, form="online")
    asked = asking.tell("identified", kind="withdraw")
    assert held(asked) == ["hotline.ticket"]
    asking.grant(asked, by=cast.xie)
    assert consents.running(ticket, "hotline.portal") is None
    assert SubjectRequest.objects.count() == 1  # and no new work comes of it


def test_the_copy_is_gone_after_a_week(asking, cast):
    asked = asking.tell("answered")
    forgetting.forget(at=asking.at + timedelta(days=6))
    asked.refresh_from_db()
    assert asked.has_copy(asking.at + timedelta(days=6))
    forgetting.forget(at=asking.at + timedelta(days=8))
    asked.refresh_from_db()
    assert asked.file == ""
    forgetting.forget(at=asking.at + timedelta(days=181))
    asked.refresh_from_db()
    assert (asked.name, asked.id_number, asked.id_hash, asked.phone, asked.phone_hash) == ("", "", "", "", "")
    assert asked.answer == "已办理。"
