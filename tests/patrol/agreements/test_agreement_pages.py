"""The pages of agreements: who gets where, what a form says, what is never shown."""

import uuid
from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from patrol.agreements import actions, papers, results
from patrol.agreements.models import Claim, FourPartyAgreement, Signature
from patrol.agreements.terms import Side
from shuangliu import attachments
from shuangliu.attachments.guards import may_see
from shuangliu.audit.models import Entry
from shuangliu.protection import looks
from shuangliu.retention import forgetting
from tests.attachments.images import photo
from tests.patrol.agreements.story import SIGNERS

NAMES = [name for name, _capacity in SIGNERS.values()]


def page(agreement, act="detail", **more):
    return reverse(f"patrol:agreement-{act}", kwargs={"pk": agreement.pk, **more})


def sent_draft(**more) -> dict:
    duties = {f"{side}_0_{part}": value for side in Side for part, value in
              {"text": "值守", "every": "week", "hours": "4"}.items()}
    return {"uuid": str(uuid.uuid4()), "area": "510116001001", "place": "3组", "households": "420", "covered": "380",
            "insurer": "人保财险", "insures": ["goods", "bike"], "premium": "11400", "subsidy": "3800", "fund": "2000",
            "cover": "3000", "starts_on": "2026-03-11", "ends_on": "2027-03-10", **duties, **more}


def test_a_draft_is_kept_and_nothing_typed_is_lost(zhao):
    url = reverse("patrol:agreement-draft")
    assert "巡逻" in zhao.get(url).content.decode()  # what the county proposes
    refused = zhao.post(url, sent_draft(covered="500", insurer_note="x"))
    assert refused.status_code == 422
    assert set(refused.context["form"].errors) == {"covered"}
    assert 'value="人保财险"' in refused.content.decode()
    answer = zhao.post(url, sent_draft())
    agreement = FourPartyAgreement.objects.get()
    assert answer["Location"] == agreement.get_absolute_url()
    assert (agreement.where, agreement.premium, agreement.duties.count()) == ("棠湖社区 3组", Decimal("11400.00"), 4)


def test_a_draft_is_for_ones_own_villages(zhao):
    refused = zhao.post(reverse("patrol:agreement-draft"), sent_draft(area="510116002001"))
    assert "area" in refused.context["form"].errors


def test_the_fourth_signature_leads_on(village, zhao):
    agreement = village.draft()
    for side, (name, capacity) in SIGNERS.items():
        sent = {"uuid": str(uuid.uuid4()), "side": side.value, "name": name, "capacity": capacity,
                "signed_on": "2026-03-11", "photos": [photo(f"{side}.jpg")]}
        assert zhao.post(page(agreement, "sign"), sent).status_code == 302
    text = zhao.get(page(agreement)).content.decode()
    assert "四方已签字" in text
    assert not any(name in text for name in NAMES)
    assert "周**" in text
    assert zhao.post(page(agreement, "sign"), sent).status_code == 302  # a second click changes nothing
    assert agreement.signatures.count() == 4
    assert zhao.post(page(agreement, "activate"), {"policy": ""}).status_code == 422
    assert zhao.post(page(agreement, "activate"), {"policy": "PQZA1"}).status_code == 302
    assert zhao.get(page(agreement, "activate")).status_code == 409


def test_the_pages_ask_before_four_have_signed(village, zhao):
    agreement = village.draft()
    assert zhao.get(page(agreement, "activate")).status_code == 409
    assert zhao.post(page(agreement, "activate"), {"policy": "P"}).status_code == 409
    assert zhao.get(page(agreement, "unsign")).status_code == 409
    village.sign(agreement, "village")
    assert zhao.get(page(agreement, "correct")).status_code == 409


def test_who_signed_is_shown_for_a_purpose(village, zhao):
    agreement = village.agreement()
    assert zhao.post(page(agreement, "reveal"), {"purpose": "identify"}).status_code == 302
    assert "周国富" in zhao.get(page(agreement)).content.decode()
    assert Entry.objects.filter(verb="agreement.revealed").exists()
    assert looks.of({looks.key_of(agreement.signatures.get(side="village"))})


def test_scans_are_for_the_station_alone(village, cast):
    agreement = village.draft()
    number = uuid.uuid4()
    attachments.stage(number, photo(), "paper", cast.zhao, at=village.at)
    signature = actions.sign(agreement, by=cast.zhao, at=village.at, uuid=number, side="village", name="周国富",
                             capacity="书记", signed_on=village.today)
    scan = attachments.of(signature).get()
    assert [may_see(user, scan) for user in (cast.zhao, cast.sun, cast.chen, cast.jin, cast.qian)] == [
        True, False, False, False, False]


def test_readers_read_and_strangers_see_nothing(village, cast, browser):
    agreement = village.agreement()
    for reader in (cast.sun, cast.tang, cast.chen, cast.jin):
        seen = browser(reader).get(page(agreement))
        assert seen.status_code == 200
        assert seen.context["deeds"] == []
        assert browser(reader).post(page(agreement, "claim"), {}).status_code == 403
    for stranger in (cast.qian, cast.lu):
        assert browser(stranger).get(page(agreement)).status_code == 404
    assert browser(cast.wang).get(page(agreement)).status_code == 403


def test_a_claim_on_the_page(village, zhao):
    agreement = village.agreement()
    sent = {"uuid": str(uuid.uuid4()), "reference": "BA7", "loss": "bike", "happened_on": "2026-03-01",
            "filed_on": "2026-03-02", "claimed": "1800"}
    refused = zhao.post(page(agreement, "claim"), sent | {"happened_on": "2019-01-01"})
    assert set(refused.context["form"].errors) == {"happened_on"}
    assert zhao.post(page(agreement, "claim"), sent).status_code == 302
    claim = Claim.objects.get()
    settle = page(agreement, "settle", claim=claim.pk)
    empty = zhao.post(settle, {"decision": "refused", "settled_on": "2026-03-11"})
    assert set(empty.context["form"].errors) == {"reason"}
    assert zhao.post(settle, {"decision": "paid", "paid": "1500", "settled_on": "2026-03-11"}).status_code == 302
    assert zhao.get(settle).status_code == 409
    text = zhao.get(page(agreement)).content.decode()
    assert "13.2" in text  # 1500 of 11400: the loss ratio


def test_a_part_of_another_agreement_is_not_found(village, zhao):
    one, other = village.agreement(), village.agreement()
    assert zhao.get(page(one, "settle", claim=village.claim(other).pk)).status_code == 404
    assert zhao.get(page(one, "mark", duty=other.duties.first().pk)).status_code == 404


def test_duties_are_marked_from_their_list(village, zhao):
    agreement = village.agreement()
    listed = zhao.get(reverse("patrol:agreement-duties"))
    assert {f"{duty.due_on}" for duty in listed.context["page"].rows} == {"2026-03-15"}
    duty = listed.context["page"].rows[0]
    sent = {"was_done": "yes", "hours": "14", "note": "", "due_on": "2026-03-15"}
    assert zhao.post(page(agreement, "mark", duty=duty.pk), sent | {"was_done": "no"}).status_code == 422
    assert zhao.post(page(agreement, "mark", duty=duty.pk), sent).status_code == 302
    assert zhao.post(page(agreement, "mark", duty=duty.pk), sent).status_code == 409  # that period is marked


def test_thefts_before_and_after_are_numbers_with_a_source(village, zhao):
    agreement = village.agreement()
    sent = {"when": "before", "starts_on": "2025-01-01", "ends_on": "2025-12-31", "count": "20", "source": "派出所通报"}
    assert zhao.post(page(agreement, "count"), sent | {"ends_on": "2026-03-01"}).status_code == 422
    assert zhao.post(page(agreement, "count"), sent | {"source": ""}).status_code == 422
    assert zhao.post(page(agreement, "count"), sent).status_code == 302
    assert zhao.post(page(agreement, "count"), sent | {"count": "21"}).status_code == 302
    assert [one.count for one in agreement.thefts.all()] == [21]


def test_results_of_a_village(village, cast, browser):
    agreement = village.agreement(starts_on=village.today - timedelta(days=73), premium=Decimal("1000.00"),
                                  subsidy=Decimal("0"))
    village.agreement(place="1组", premium=Decimal("500.00"), subsidy=Decimal("0"))  # nothing is known of its thefts
    village.draft()  # does not count
    village.agreement(area=cast.areas["510116002001"])
    for amount in (Decimal("300"), None):
        claim = village.claim(agreement)
        actions.settle(claim, by=cast.zhao, at=village.at, settled_on=village.today, paid=amount,
                       reason="" if amount else "超期报案")
    for when, days, number in (("before", 365, 20), ("after", 73, 2)):
        end = agreement.starts_on - timedelta(days=1) if when == "before" else village.today
        actions.count(agreement, by=cast.zhao, at=village.at, when=when, ends_on=end, count=number, source="派出所",
                      starts_on=end - timedelta(days=days - 1) if when == "before" else agreement.starts_on + timedelta(
                          days=1))
    row, = results.by_area(results.chosen(cast.zhao, "running"), "community")
    assert (row.agreements, row.households, row.covered) == (2, 840, 760)
    assert (row.claims, row.claims_paid, row.paid, row.loss_ratio) == (2, 1, Decimal("300"), Decimal("20"))
    assert (row.before, row.after) == (Decimal("20"), Decimal("10"))
    assert row.change == Decimal("-50")
    towns = browser(cast.chen).get(reverse("patrol:agreement-results") + "?by=town")
    assert [one.area.name for one in towns.context["rows"]] == ["东升街道", "西航港街道"]
    assert [one.agreements for one in browser(cast.jin).get(
        reverse("patrol:agreement-results")).context["rows"]] == [2]  # the leader's town alone


def test_results_as_a_file(village, cast, browser):
    village.agreement()
    url = reverse("patrol:agreement-results-export")
    assert browser(cast.chen).get(url + "?format=doc").status_code == 400
    file = browser(cast.chen).get(url + "?format=csv")
    assert "棠湖社区" in file.getvalue().decode("utf-8-sig")
    assert Entry.objects.get(verb="agreement.export").detail["rows"] == 1
    assert browser(cast.jin).get(url).status_code == 403


def test_the_paper_has_the_terms_and_no_name(village, zhao):
    agreement = village.agreement()
    answer = zhao.get(page(agreement, "print"))
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    said = repr(papers.draw(agreement))
    for words in ("11,400.00 元", "380 户", "组织巡逻队夜间巡逻", "14 小时", "丁方（保险公司）", "不得盘查"):
        assert words in said
    assert not any(name in said for name in NAMES)


def test_the_api_reads_and_names_nobody(village, cast, browser):
    agreement = village.agreement()
    village.claim(agreement, reference="BA1")
    row = browser(cast.chen).get("/api/v1/agreements/?state=active").json()["results"][0]
    assert (row["number"], row["premium"], row["signed_count"]) == (agreement.number, "11400.00", 4)
    whole = browser(cast.chen).get(f"/api/v1/agreements/{agreement.pk}/")
    assert whole.json()["claims"][0]["reference"] == "BA1"
    assert not any(name in whole.content.decode() for name in NAMES)
    assert browser(cast.chen).get("/api/v1/agreements/?state=x").status_code == 400
    assert browser(cast.qian).get(f"/api/v1/agreements/{agreement.pk}/").status_code == 404


def test_a_renewal_leads_to_the_new_draft(village, zhao):
    agreement = village.agreement()
    sent = {"uuid": str(uuid.uuid4()), "ends_on": "2027-12-31", "premium": "12000"}
    answer = zhao.post(page(agreement, "renew"), sent)
    assert answer["Location"] == FourPartyAgreement.objects.get(renews=agreement).get_absolute_url()
    assert zhao.get(page(agreement, "renew")).status_code == 409


def test_tabs_show_what_is_theirs(village, zhao):
    running, ending = village.agreement(), village.agreement(ends_on=village.today + timedelta(days=3))
    draft = village.draft()

    def listed(tab):
        return {one.pk for one in zhao.get(reverse("patrol:agreement-list") + f"?tab={tab}").context["page"].rows}

    assert listed("running") == {running.pk, ending.pk}
    assert listed("ending") == {ending.pk}
    assert listed("to_sign") == {draft.pk}
    assert zhao.get(reverse("patrol:agreement-list") + "?tab=x").status_code == 400


def test_who_signed_is_forgotten_three_years_after_the_end(village, cast):
    over, running = village.agreement("terminated"), village.agreement()
    number = uuid.uuid4()
    attachments.stage(number, photo(), "paper", cast.zhao, at=village.at)
    attachments.claim(number, over.signatures.first(), by=cast.zhao)
    later = village.at + timedelta(days=3 * 365 + 1)
    for _twice in range(2):
        forgetting.forget(at=later, only="agreement.signers")
        assert not Signature.objects.filter(agreement=over).exclude(name="").exists()
        assert Signature.objects.filter(agreement=running).exclude(name="").count() == 4
    assert not attachments.of(over.signatures.first()).exists()
    over.refresh_from_db()
    assert over.premium == Decimal("11400.00")


@pytest.mark.parametrize("state", ["draft", "signed", "active", "expired", "terminated", "renewed"])
def test_each_state_has_its_page(village, zhao, state):
    assert zhao.get(page(village.agreement(state))).status_code == 200
