"""The pages of courtyards: who sees what, what is asked, what is refused, and files."""

import io
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook
from pypdf import PdfReader

from patrol.courtyards.models import Charter, Courtyard, DefenceCheck
from shuangliu import attachments
from shuangliu.attachments.models import Attachment
from shuangliu.protection import reveals
from tests.attachments.images import HTML, photo
from tests.cast import HERE, NEXT_DOOR, OTHER_TOWN

from .samples import STATE_FOR
from .story import files_of

NEW, LIST = reverse("patrol:courtyard-new"), reverse("patrol:courtyard-list")
JSON = {"Accept": "application/json"}


def url(courtyard, act="detail") -> str:
    return reverse(f"patrol:courtyard-{act}", args=[courtyard.pk])


def survey(cast, **more) -> dict:
    """What the form of a new courtyard sends."""
    return {"uuid": str(uuid.uuid4()), "name": "银杏院", "address": "棠湖西路8号", "area": cast.grid.pk,
            "longitude": HERE.longitude, "latitude": HERE.latitude, "has_guard": "no", "has_property_mgmt": "no",
            "has_organisation": "no", "households": "60", "residents": "150", "people": "missing",
            "physical": "partly", "technical": "missing", "fire": "good", "needs": "路灯太暗", **more}


def test_a_worker_surveys_with_a_photo_of_each_defence(phone, cast, now):
    given = survey(cast)
    files = {"photos_people": photo("a.jpg", "red"), "photos_fire": photo("b.jpg", "blue"), "photos": photo("c.jpg")}
    answer = phone.post(NEW, given | files, headers=JSON)
    assert answer.status_code == 201, answer.content.decode()
    courtyard = Courtyard.objects.get()
    assert (courtyard.area, courtyard.lacks, courtyard.entered_by) == (cast.grid, 3, cast.wang)
    found = courtyard.surveys.get()
    assert files_of(found) == 1
    by_defence = {check.defence: (check.standing, files_of(check)) for check in found.defences.all()}
    assert by_defence == {"people": ("missing", 1), "physical": ("partly", 0), "technical": ("missing", 0),
                          "fire": ("good", 1)}
    again = phone.post(NEW, given, headers=JSON)  # the receipt was lost
    assert (again.status_code, again.json()["number"]) == (200, courtyard.number)
    assert Courtyard.objects.count() == 1


@pytest.mark.parametrize(("more", "field"), [
    ({"name": ""}, "name"), ({"people": "perhaps"}, "people"), ({"households": "-1"}, "households"),
    ({"has_guard": ""}, "has_guard"), ({"longitude": ""}, "address"),
    ({"longitude": OTHER_TOWN.longitude, "latitude": OTHER_TOWN.latitude}, "address"),
    ({"longitude": NEXT_DOOR.longitude, "latitude": NEXT_DOOR.latitude}, "address"),
])
def test_bad_input_is_said_at_its_field(phone, cast, now, more, field):
    answer = phone.post(NEW, survey(cast, **more))
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not Courtyard.objects.exists()


def test_a_file_that_is_no_picture_is_said_and_the_others_are_kept(phone, cast, now):
    given = survey(cast, photos_people=photo(), photos_fire=SimpleUploadedFile("坏.jpg", HTML))
    answer = phone.post(NEW, given, headers=JSON)
    assert (answer.status_code, answer.json()["refused_files"]) == (422, {"photos_fire": [0]})
    right = {name: value for name, value in given.items() if not name.startswith("photos_")}
    assert phone.post(NEW, right, headers=JSON).status_code == 201
    assert files_of(DefenceCheck.objects.get(defence="people")) == 1


def test_a_second_of_the_same_name_is_said_at_the_name(phone, cast, yards):
    yards.enter(name="银杏院")
    answer = phone.post(NEW, survey(cast))
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["name"])


def test_a_worker_sees_the_own_grid_and_a_stranger_nothing(browser, cast, yards):
    courtyard = yards.courtyard("relapsed")
    assert browser(cast.wang).get(url(courtyard)).status_code == 200
    for stranger in (cast.li, cast.qian, cast.lu):
        assert browser(stranger).get(url(courtyard)).status_code == 404
        for view in ("list", "board", "map"):
            assert courtyard.name not in browser(stranger).get(reverse(f"patrol:courtyard-{view}")).content.decode()
        assert browser(stranger).get("/api/v1/courtyards/").json()["results"] == []
    assert browser(cast.zhou).get(LIST).status_code == 403


def test_a_photo_is_seen_by_whoever_sees_the_courtyard(browser, cast, phone, now):
    phone.post(NEW, survey(cast, photos_people=photo()))
    file = Attachment.objects.get()
    assert browser(cast.zhao).get(file.url).status_code == 200
    for stranger in (cast.li, cast.lu, cast.zhou):
        assert browser(stranger).get(file.url).status_code == 404


@pytest.mark.parametrize("act", [act for act in STATE_FOR if act not in ("detail", "dossier", "reveal")])
def test_the_page_of_each_act_opens_and_is_refused_empty(act, browser, cast, yards):
    courtyard = yards.courtyard(STATE_FOR[act])
    who = browser({"endorse": cast.sun, "approve": cast.tang, "send-back": cast.tang, "accept": cast.sun,
                   "strike": cast.sun}.get(act, cast.zhao))
    page = who.get(url(courtyard, act))
    assert page.status_code == 200
    asks_nothing = {"endorse"}
    assert who.post(url(courtyard, act), {"uuid": uuid.uuid4()}).status_code == (302 if act in asks_nothing else 422)


def test_a_wrong_state_is_409_and_a_second_click_is_none(browser, cast, yards):
    courtyard = yards.courtyard("voted")
    assert browser(cast.zhao).get(url(courtyard, "begin")).status_code == 409
    assert browser(cast.tang).get(url(courtyard, "approve")).status_code == 409  # the town comes first
    sun = browser(cast.sun)
    for _click in range(2):
        assert sun.post(url(courtyard, "endorse"), {"uuid": uuid.uuid4()}).status_code in (302, 409)
    assert courtyard.moves.filter(act="endorse").count() == 1


def test_candidates_are_read_line_by_line(browser, cast, yards):
    courtyard, zhao = yards.courtyard("surveyed"), browser(cast.zhao)
    for people in ("张三", "张三 1380000\n李四\n王五", "张三\n张三\n王五", "12 34\n李四\n王五"):
        answer = zhao.post(url(courtyard, "propose"), {"uuid": uuid.uuid4(), "people": people})
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["people"])
        assert people.splitlines()[0] in answer.content.decode()  # nothing typed is lost
    people = "张三 138-0000-5551\n李四，02885800000\n王五"
    zhao.post(url(courtyard, "propose"), {"uuid": uuid.uuid4(), "people": people})
    members = courtyard.committees.get().members.order_by("id")
    assert [(member.name, member.phone) for member in members] == [
        ("张三", "13800005551"), ("李四", "02885800000"), ("王五", "")]


def test_the_charter_is_a_paper(browser, cast, yards):
    courtyard = yards.courtyard("forming")
    given = {"uuid": str(uuid.uuid4()), "entitled": 90, "votes_for": 80, "votes_against": 1, "voted_on": "2026-03-10"}
    zhao = browser(cast.zhao)
    assert list(zhao.post(url(courtyard, "charter"), given).context["form"].errors) == ["papers"]
    assert zhao.post(url(courtyard, "charter"), given | {"papers": photo()}).status_code == 302
    assert files_of(Charter.objects.get()) == 1


def test_votes_do_not_exceed_households(browser, cast, yards):
    courtyard = yards.courtyard("planning")
    answer = browser(cast.zhao).post(url(courtyard, "vote"), {
        "uuid": uuid.uuid4(), "entitled": 90, "votes_for": 80, "votes_against": 11, "voted_on": "2026-03-12"})
    assert list(answer.context["form"].errors) == ["voted_on", "votes_for"]  # nor on a day to come


def test_a_plan_is_drafted_in_yuan(browser, cast, yards):
    courtyard = yards.courtyard("governed")
    given = {"uuid": uuid.uuid4(), "text": "修大门", "from_programme": "280000.50", "from_residents": "4500"}
    assert browser(cast.zhao).post(url(courtyard, "plan"), given).status_code == 302
    assert (courtyard.plan.from_programme, courtyard.plan.budget) == (28_000_050, 28_450_050)
    again = browser(cast.zhao).get(url(courtyard, "plan")).content.decode()
    assert 'value="280000.50"' in again
    refused = browser(cast.zhao).post(url(courtyard, "plan"), given | {"uuid": uuid.uuid4(), "from_programme": "1.234"})
    assert list(refused.context["form"].errors) == ["from_programme"]


def test_works_are_accepted_on_the_page(browser, cast, yards):
    courtyard, sun = yards.courtyard("built"), browser(cast.sun)
    given = {"uuid": str(uuid.uuid4()), "units": ["committee", "community", "town"], "inspected_on": "2026-03-11",
             "people": "on", "physical": "on", "technical": "on", "fire": "on"}
    photos = {f"photos_{name}": photo(f"{name}.jpg", colour) for name, colour in (
        ("people", "red"), ("physical", "blue"), ("technical", "gold"))}
    answer = sun.post(url(courtyard, "accept"), given | photos)
    assert list(answer.context["form"].errors) == ["photos_fire"]
    assert sun.post(url(courtyard, "accept"), given | {"photos_fire": photo("f.jpg", "olive")}).status_code == 302
    checks = courtyard.plan.acceptance.defences.all()
    assert [attachments.of(check).count() for check in checks] == [1, 1, 1, 1]


def test_the_page_masks_the_committee_until_a_purpose_is_said(browser, cast, yards):
    courtyard, zhao = yards.courtyard("governed"), browser(cast.zhao)
    assert "白建国" not in zhao.get(url(courtyard)).content.decode()
    page = zhao.get(url(courtyard, "reveal"))
    assert page.status_code == 200
    assert browser(cast.wang).get(url(courtyard, "reveal")).status_code == 403
    reveals.reveal(courtyard, by=cast.zhao, at=yards.at, purpose="reach")
    assert "白建国" in zhao.get(url(courtyard)).content.decode()
    assert "白建国" not in browser(cast.sun).get(url(courtyard)).content.decode()


def test_the_next_act_comes_first(browser, cast, yards):
    for state, act in (("surveyed", "propose"), ("forming", "elect"), ("planning", "vote"), ("works", "progress"),
                       ("relapsed", "restart")):
        page = browser(cast.zhao).get(url(yards.courtyard(state)))
        assert page.context["main"].act == act, state
    built = yards.courtyard("built")
    assert browser(cast.sun).get(url(built)).context["main"].act == "accept"
    endorsed = yards.courtyard("endorsed")
    assert browser(cast.tang).get(url(endorsed)).context["main"].act == "approve"
    assert browser(cast.wang).get(url(endorsed)).context["main"] is None


def test_filters_narrow_every_view(browser, cast, yards):
    kept, relapsed = yards.courtyard("governed"), yards.courtyard("relapsed")
    other = yards.enter(has_guard=True, has_property_mgmt=True)
    chen = browser(cast.chen)

    def named(view, query):
        page = chen.get(f"{reverse(f'patrol:courtyard-{view}')}?{query}").content.decode()
        return [one for one in (kept, relapsed, other) if f'{one.name}<' in page or f'"{one.name}"' in page]

    for view in ("list", "board"):
        assert named(view, "") == [kept, relapsed, other]
        assert named(view, "relapsed=on") == [relapsed]
        assert named(view, "lacks=1") == [other]
        assert named(view, "state=governed") == [kept]
        assert named(view, f"q={other.number}") == [other]
        assert named(view, "area=510116002") == []
    assert chen.get(f"{LIST}?area=99").status_code == 422


def test_the_desk_shows_what_waits(browser, cast, yards):
    yards.courtyard("endorsed")
    yards.courtyard("surveyed")
    for who, number in ((cast.zhao, 1), (cast.sun, 0), (cast.tang, 1), (cast.chen, 1), (cast.lu, 0), (cast.wang, 0)):
        piles = browser(who).get(reverse("desk")).context["piles"]
        assert sum(pile.total for pile in piles if str(pile.title) == "院落整治") == number, who


def test_the_list_goes_out_as_a_file(browser, cast, yards):
    yards.courtyard("accepted")
    yards.enter(name="=1+1")
    answer = browser(cast.zhao).get(reverse("patrol:courtyard-export") + "?format=xlsx")
    rows = list(load_workbook(io.BytesIO(b"".join(answer.streaming_content) if answer.streaming else answer.content))
                .active.values)
    assert [row[1] for row in rows[1:]] == ["'=1+1", "棠湖西路1号院"]
    assert rows[2][-5:] == (270000, 354500, 330000, 310000, 270000)
    assert browser(cast.wang).get(reverse("patrol:courtyard-export")).status_code == 403


def test_the_dossier_tells_it_whole_and_masks_the_committee(browser, cast, yards):
    courtyard = yards.courtyard("reviewed")
    answer = browser(cast.zhao).get(url(courtyard, "dossier"))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    text = text.translate(dict.fromkeys(map(ord, "\0 \n")))  # as it was set, without the breaks of lines
    for words in (courtyard.name, "修大门、装路灯", "联合验收", "回头看", "应到 90 户，赞成 60 户"):
        assert words.replace(" ", "") in text, words
    assert "白建国" not in text


def test_the_api_gives_list_and_detail(browser, cast, yards):
    courtyard = yards.courtyard("works")
    listed = browser(cast.chen).get("/api/v1/courtyards/?state=works").json()["results"]
    assert [(one["number"], one["lacking"]) for one in listed] == [(courtyard.number, ["guard", "property"])]
    one = browser(cast.chen).get(f"/api/v1/courtyards/{courtyard.pk}/").json()
    plan = one["plans"][0]
    assert (plan["budget"], len(plan["items"]), one["moves"][-1]["act"]) == (35_450_000, 2, "begin")
    assert "白" not in str(one)
    assert browser(cast.chen).get("/api/v1/courtyards/?state=x").status_code == 400
