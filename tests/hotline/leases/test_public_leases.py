"""The public: four kinds of people file, follow by number and code, and end what is theirs, without an account."""

import uuid
from datetime import timedelta

import pytest
import time_machine

from incidents.models import Category, Incident
from residents.leases import actions
from residents.leases.models import Firm, Lease, SafetyCheck
from residents.leases.rules import ITEMS
from shuangliu.attachments.models import Attachment
from tests.attachments import images
from tests.conftest import NOW
from tests.guard.solving import solved
from tests.residents.leases.story import somebody
from tests.residents.story import LUO, TANG

BASE = "/public/leases/"
CREDIT = "91350100M000100Y43"


def form(**given) -> dict:
    return {
        "uuid": str(uuid.uuid4()), "side": "landlord", "area": "510116001001", "address": "棠湖小区3栋2单元501",
        "space": "whole", "use": "02", "floor_area": "60", "rooms": "2", "people": "2", "rent": "1800",
        "signed_on": "2026-03-01", "starts_on": "2026-03-05", "ends_on": "2027-03-04", "landlord_name": "罗永贵",
        "landlord_document": "111", "landlord_number": LUO, "landlord_phone": "13800001234", "tenant0_name": "唐秀英",
        "tenant0_document": "111", "tenant0_number": TANG, "tenant0_phone": "13900005678",
        "consent": "on"} | solved() | given


def follow(client, lease, code: str):
    return client.post(f"{BASE}follow/", {"number": lease.number, "code": code})


def everything_fine(**otherwise) -> dict:
    return {"uuid": str(uuid.uuid4()), **{item.code: "yes" for item in ITEMS}, **otherwise}


@pytest.mark.parametrize(("side", "more"), [
    ("landlord", {}), ("tenant", {}), ("agency", {"firm_name": "双流安居房产中介", "firm_code": CREDIT}),
    ("manager", {"firm_name": "棠湖物业", "firm_code": CREDIT})])
def test_each_of_the_four_files(lettings, client, side, more):
    sent = client.post(f"{BASE}file/", form(side=side, photos=[images.photo()], **more))
    assert sent["Location"] == f"{BASE}file/done/"
    lease = Lease.objects.get()
    assert (lease.state, lease.filed_by, lease.filed_by_user) == ("submitted", side, None)
    assert Attachment.objects.of(lease).count() == 1
    firm = lease.agency or lease.manager
    assert (firm and firm.kind) == (side if more else None)
    text = client.get(f"{BASE}file/done/").content.decode()
    assert lease.number in text
    assert lease.code in text


def test_two_taps_make_one_lease(lettings, client):
    sent = form()
    assert client.post(f"{BASE}file/", sent).status_code == client.post(f"{BASE}file/", sent).status_code == 302
    assert Lease.objects.count() == 1


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(lettings, client):
    page = client.post(f"{BASE}file/", form(space="garage", people="30", landlord_number=LUO[:-1] + "0", side="agency",
                                            firm_code="1"))
    assert page.status_code == 422
    assert {"space", "people", "landlord_number", "firm_name", "firm_code"} <= set(page.context["form"].errors)
    assert "棠湖小区3栋2单元501" in page.content.decode()
    assert not Lease.objects.exists()
    assert not Firm.objects.exists()


def test_a_town_as_such_has_no_registrar(lettings, client):
    page = client.post(f"{BASE}file/", form(area="510116001"))
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["area"])


def test_a_machine_is_kept_out(lettings, client):
    assert client.post(f"{BASE}file/", form(proof="1", puzzle="made up")).status_code == 422
    assert client.post(f"{BASE}file/", form(homepage="http://x")).status_code == 422
    assert not Lease.objects.exists()


def test_number_and_code_belong_together(lettings, client):
    lease = lettings.file()
    assert follow(client, lease, "000000" if lease.code != "000000" else "000001").status_code == 422
    assert client.get(f"{BASE}follow/lease/")["Location"] == f"{BASE}follow/"
    assert follow(client, lease, lease.code)["Location"] == f"{BASE}follow/lease/"
    text = client.get(f"{BASE}follow/lease/").content.decode()
    assert "罗**" in text
    assert TANG not in text
    with time_machine.travel(NOW + timedelta(minutes=31), tick=False):
        assert client.get(f"{BASE}follow/lease/")["Location"] == f"{BASE}follow/"


def test_wrong_codes_are_throttled(lettings, client):
    lease = lettings.file()
    wrong = "000000" if lease.code != "000000" else "000001"
    codes = [follow(client, lease, wrong).status_code for _try in range(6)]
    assert codes == [422] * 5 + [429]
    assert follow(client, lease, lease.code).status_code == 429


def test_missing_papers_are_sent_with_the_phone(lettings, client):
    lease = lettings.lease("need_more")
    follow(client, lease, lease.code)
    assert client.post(f"{BASE}follow/complete/", {"uuid": str(uuid.uuid4())}).status_code == 422
    sent = {"uuid": str(uuid.uuid4()), "photos": [images.photo()], "note": "房产证"}
    assert client.post(f"{BASE}follow/complete/", sent).status_code == 302
    lease.refresh_from_db()
    assert (lease.state, Attachment.objects.of(lease).count()) == ("submitted", 1)


def test_a_tenant_ends_the_own_entry_and_nobody_elses(lettings, client):
    lease = lettings.lease(tenants=[somebody("唐秀英"), somebody("刘小波")])
    tang, liu = lease.parties.filter(role="tenant").order_by("id")
    follow(client, lease, tang.code)
    assert client.post(f"{BASE}follow/leave/").status_code == 302
    liu.refresh_from_db()
    tang.refresh_from_db()
    assert (tang.left_on, liu.left_on) == (lettings.today, None)
    lease.refresh_from_db()
    assert lease.state == "changed"


def test_a_landlord_cannot_end_the_entry_of_a_tenant(lettings, client):
    lease = lettings.lease()
    follow(client, lease, lease.code)
    assert client.post(f"{BASE}follow/leave/").status_code == 409
    lease.refresh_from_db()
    assert lease.state == "registered"


def test_a_renewal_is_asked_for_by_phone(lettings, client):
    lease = lettings.lease()
    follow(client, lease, lease.code)
    refused = client.post(f"{BASE}follow/ask/", {"uuid": str(uuid.uuid4()), "kind": "renew", "ends_on": "2026-04-01"})
    assert refused.status_code == 422
    asked = {"uuid": str(uuid.uuid4()), "kind": "renew", "ends_on": "2028-03-09"}
    assert client.post(f"{BASE}follow/ask/", asked).status_code == 302
    assert lease.asked.get().side == "landlord"
    assert client.get(f"{BASE}follow/certificate/").content.startswith(b"%PDF")


def test_a_hazard_becomes_an_incident_that_names_nobody(lettings, client):
    kind = Category.objects.filter(parent=None).first()
    Category.objects.create(code="E13", name="出租房屋隐患", owner_tier=kind.owner_tier, parent=kind,
                            handle_amount=7, handle_unit="working_days")
    lease = lettings.lease()
    follow(client, lease, lease.code)
    sent = everything_fine(wiring="no", wiring_note="插座烧黑")
    for _twice in range(2):
        assert client.post(f"{BASE}follow/check/", sent).status_code == 302
    incident = Incident.objects.get()
    assert (incident.category.code, incident.reporter, incident.area_key) == ("E13", None, lease.area_key)
    assert "插座烧黑" in incident.description
    assert "罗" not in incident.description + incident.place
    assert SafetyCheck.objects.get().answers.count() == len(ITEMS)


def test_a_certificate_is_verified_by_anybody(lettings, client, cast):
    lease = lettings.lease()
    text = client.get(f"{BASE}verify/{lease.check_code}/").content.decode()
    assert lease.certificate in text
    assert "唐**" in text
    assert not any(secret in text for secret in ("唐秀英", "罗永贵", TANG, "棠湖小区3栋"))
    assert client.post(f"{BASE}verify/", {"code": f" {lease.check_code.lower()[:6]} {lease.check_code[6:]}"}).context[
        "verdict"].counts
    lettings.end(lease)
    assert not client.get(f"{BASE}verify/{lease.check_code}/").context["verdict"].counts
    assert client.get(f"{BASE}verify/ABCDEFGHJKMN/").context["verdict"] is None


def test_codes_of_certificates_are_not_tried_through(lettings, client):
    codes = [client.get(f"{BASE}verify/ABCDEFGHJK{n:02d}/".replace("0", "2").replace("1", "3")).status_code
             for n in range(31)]
    assert codes[-1] == 429


def test_a_landlord_sees_the_own_premises_only(lettings, cast, browser):
    mine, other = lettings.lease(), lettings.lease()
    actions.bind(mine.dwelling, by=cast.xie, at=lettings.at, user=cast.luo)
    luo = browser(cast.luo)
    text = luo.get(f"{BASE}mine/").content.decode()
    assert mine.number in text
    assert other.number not in text
    assert luo.get(f"{BASE}mine/{other.pk}/").status_code == 404
    assert luo.get(f"{BASE}mine/premises/{other.dwelling_id}/safety/").status_code == 404
    assert luo.get("/residents/leases/").status_code == 403
    assert browser(None).get(f"{BASE}mine/").status_code == 302


def test_a_landlord_with_an_account_sees_what_it_has_filed(lettings, cast, browser):
    luo = browser(cast.luo)
    assert luo.post(f"{BASE}file/", form(photos=[images.photo()])).status_code == 302
    lease = Lease.objects.get()
    assert (lease.filed_by_user, Attachment.objects.of(lease).count()) == (cast.luo, 1)
    assert lease.number in luo.get(f"{BASE}mine/").content.decode()
    assert luo.get(f"{BASE}mine/{lease.pk}/").status_code == 200
    lettings.need_more(lease)
    sent = {"uuid": str(uuid.uuid4()), "photos": [images.photo("b.jpg", "red")]}
    assert luo.post(f"{BASE}mine/{lease.pk}/", sent).status_code == 302
    lease.refresh_from_db()
    assert lease.state == "submitted"


def test_one_tap_renews(lettings, cast, browser):
    lease = lettings.lease()
    actions.bind(lease.dwelling, by=cast.xie, at=lettings.at, user=cast.luo)
    luo = browser(cast.luo)
    asked = luo.get(f"{BASE}mine/{lease.pk}/").context["form"]
    day = asked["ends_on"].value()
    assert day == lease.ends_on + (lease.ends_on - lease.starts_on)
    sent = {"uuid": str(uuid.uuid4()), "kind": asked["kind"].value(), "ends_on": day.isoformat()}
    assert luo.post(f"{BASE}mine/{lease.pk}/", sent).status_code == 302
    assert lease.asked.get().by == cast.luo
    sent = everything_fine(load="no")
    assert luo.post(f"{BASE}mine/premises/{lease.dwelling_id}/safety/", sent).status_code == 302
    assert SafetyCheck.objects.get().by == cast.luo
