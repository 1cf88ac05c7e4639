"""The counter: the queue, the acts, search, export, certificate, and who holds premises."""

import uuid

import pytest
from django.urls import reverse

from residents.leases import actions
from residents.leases.models import Holder, Lease
from shuangliu.audit.models import Entry
from shuangliu.protection import looks
from tests.residents.story import LUO, TANG

from .story import TENANT

SECRETS = ("罗永贵", "唐秀英", LUO, TANG, "13800001234", "13900005678")


def page(lease, act="detail"):
    return reverse(f"residents:lease-{act}", args=[lease.pk])


@pytest.fixture
def xie(cast, browser):
    return browser(cast.xie)


def test_the_queue_is_due_first_and_names_nobody(lettings, cast, xie):
    lease = lettings.file()
    text = xie.get(reverse("residents:lease-list")).content.decode()
    assert lease.number in text
    assert "罗**" in text
    assert not any(secret in text for secret in SECRETS)


def test_the_page_shows_no_number_in_clear_until_a_purpose_is_stated(lettings, cast, xie):
    lease = lettings.lease("submitted")
    text = xie.get(page(lease)).content.decode()
    assert not any(secret in text for secret in SECRETS)
    assert xie.post(page(lease, "reveal"), {"purpose": ""}).status_code == 422
    assert xie.post(page(lease, "reveal"), {"purpose": "identify"})["Location"] == page(lease)
    text = xie.get(page(lease)).content.decode()
    assert LUO in text
    assert lease.code in text
    assert Entry.objects.get(verb="lease.revealed").purpose
    assert looks.of(lease.parties.get(role="tenant").id_number)


def test_the_registrar_goes_through_it(lettings, cast, xie):
    lease, home = lettings.file(), lettings.dwelling()
    assert xie.post(page(lease, "accept"), {"dwelling": "没有这里", "papers": ["title"]}).status_code == 422
    refused = xie.post(page(lease, "accept"), {"dwelling": home.number, "papers": ["title"]})
    assert refused.status_code == 422
    assert refused.context["form"].errors["papers"]
    papers = ["contract", "landlord_id", "tenant_id", "title"]
    assert xie.post(page(lease, "accept"), {"dwelling": "棠湖小区3栋 2单元 101", "papers": papers}).status_code == 302
    lease.refresh_from_db()
    assert lease.dwelling == home
    tenant = lease.parties.get(role="tenant")
    assert tenant.masked_name in xie.get(page(lease, "register")).content.decode()
    settled = {"settle": [tenant.pk], "kind": "floating", "reason": "01"}
    assert xie.post(page(lease, "register"), settled).status_code == 302
    tenant.refresh_from_db()
    assert tenant.person.residences.get().dwelling == home
    # The same hand clicks twice; another act is too late.
    assert xie.post(page(lease, "register"), {"kind": "floating"}).status_code == 302
    assert xie.post(page(lease, "refuse"), {"refusal": "unsafe", "reason": "墙体开裂"}).status_code == 409


def test_the_list_of_what_is_missing_cannot_be_told_twice(lettings, xie):
    lease = lettings.lease("need_more")
    actions.complete(lease, by=None, at=lettings.at, uuid=uuid.uuid4(), side="landlord")
    assert xie.get(page(lease, "need-more")).status_code == 409
    assert "need-more" not in [str(deed.act) for deed in xie.get(page(lease)).context["deeds"]]


def test_a_stranger_and_a_reader_get_nowhere(lettings, cast, browser):
    lease = lettings.file()
    assert browser(cast.yan).get(page(lease)).status_code == 404
    assert browser(cast.zhao).get(page(lease)).status_code == 200
    assert browser(cast.zhao).get(page(lease, "accept")).status_code == 403
    assert browser(cast.wang).get(page(lease)).status_code == 403
    assert browser(cast.chen).get(page(lease)).status_code == 403


def test_a_lease_is_filed_at_the_counter_once(lettings, xie):
    home = lettings.dwelling()
    form = {"uuid": str(uuid.uuid4()), "dwelling": home.number, "filed_by": "landlord", "space": "whole", "use": "02",
            "floor_area": "60", "rooms": "2", "people": "2", "rent": "1800.50", "signed_on": "2026-03-01",
            "starts_on": "2026-03-05", "ends_on": "2027-03-04", "landlord_name": "罗永贵", "landlord_document": "111",
            "landlord_number": LUO, "landlord_phone": "138 0000 1234", "tenant0_name": "唐秀英",
            "tenant0_document": "111", "tenant0_number": TANG, "tenant0_phone": "13900005678"}
    bad = form | {"space": "balcony", "people": "40", "tenant0_number": TANG[:-1] + "0"}
    refused = xie.post(reverse("residents:lease-new"), bad)
    assert refused.status_code == 422
    assert {"space", "people", "tenant0_number"} <= set(refused.context["form"].errors)
    assert "罗永贵" in refused.content.decode()  # nothing that was typed is lost
    for _twice in range(2):
        assert xie.post(reverse("residents:lease-new"), form).status_code == 302
    lease = Lease.objects.get()
    assert (lease.rent, lease.state, lease.dwelling) == ("1800.50", "submitted", home)
    assert lease.parties.get(role="landlord").phone == "13800001234"


@pytest.mark.parametrize("typed", [TANG, TANG.lower(), "139 0000 5678", "棠湖小区3栋2单元101"])
def test_a_lease_is_found_by_what_people_bring(lettings, xie, typed):
    lease = lettings.lease()
    found = xie.post(reverse("residents:lease-search"), {"q": typed})
    assert found.context["rows"] == [lease]
    assert not any(secret in found.content.decode() for secret in SECRETS if secret != typed)


def test_a_number_leads_to_its_lease(lettings, xie):
    lease = lettings.lease()
    assert xie.post(reverse("residents:lease-search"), {"q": lease.number})["Location"] == page(lease)
    assert xie.post(reverse("residents:lease-search"), {"q": lease.certificate}).context["rows"] == [lease]


def test_the_export_masks_the_parties(lettings, xie):
    lettings.file()
    made = xie.get(reverse("residents:lease-export"), {"format": "csv"})
    text = (b"".join(made) if made.streaming else made.content).decode("utf-8-sig")
    assert "唐**" in text
    assert not any(secret in text for secret in SECRETS)


def test_the_certificate_is_made_for_a_purpose(lettings, xie):
    lease = lettings.lease()
    assert xie.post(page(lease, "certificate"), {"purpose": ""}).status_code == 422
    made = xie.post(page(lease, "certificate"), {"purpose": "交给当事人"})
    assert made.content.startswith(b"%PDF")
    assert Entry.objects.get(verb="lease.certified").purpose == "交给当事人"
    assert xie.get(page(lettings.file(), "certificate")).status_code == 409


def test_only_a_landlords_account_is_bound(lettings, cast, xie):
    lease = lettings.lease()
    url = reverse("residents:holder-list", args=[lease.dwelling_id])
    assert xie.post(url, {"username": "luo"}).status_code == 422  # ID and title not seen
    assert xie.post(url, {"username": "zhao", "has_seen": "on"}).status_code == 422
    assert xie.post(url, {"username": "luo", "has_seen": "on"}).status_code == 302
    holder = Holder.objects.get()
    assert (holder.user, holder.bound_by) == (cast.luo, cast.xie)
    assert xie.post(reverse("residents:holder-loose", args=[lease.dwelling_id, holder.pk])).status_code == 302
    holder.refresh_from_db()
    assert holder.until
    assert not Lease.objects.held_by(cast.luo)


def test_a_wrong_party_is_put_right_and_its_number_never_shown(lettings, xie):
    lease = lettings.file()
    party = lease.parties.get(role="tenant")
    url = reverse("residents:lease-party", args=[lease.pk, party.pk])
    assert TENANT.id_number not in xie.get(url).content.decode()
    assert xie.post(url, {"document": "111", "id_number": "123"}).status_code == 422
    assert xie.post(url, {"document": "111", "name": "唐秀兰"}).status_code == 302
    party.refresh_from_db()
    assert (party.name, party.id_number) == ("唐秀兰", TANG)
