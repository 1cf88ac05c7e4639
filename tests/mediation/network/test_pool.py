"""The pool of experts: the county's centre keeps it, towns may look, a phone is shown for a purpose."""

from django.db import connection

from grids.roles import Role
from mediation.models import Expert
from shuangliu.audit.models import Entry
from tests.mediation import story as stories
from tests.mediation.network import samples

URL = "/mediation/network/experts/"


def sent(expert, **changes) -> dict:
    return {"center": expert.center_id, "name": expert.name, "field": "律师", "employer": expert.employer, "phone": "",
            "categories": [], **changes}


def test_the_phone_is_encrypted_masked_and_shown_for_a_purpose(cast, browser, now):
    expert = samples.expert(cast)
    with connection.cursor() as cursor:
        cursor.execute("select phone from mediation_expert")
        assert "13800138002" not in cursor.fetchone()[0]
    client = browser(cast.zheng)
    assert "138****8002" in client.get(URL).text
    assert "13800138002" not in client.get(URL).text + client.get(f"{URL}{expert.pk}/edit/").text
    url = f"{URL}{expert.pk}/reveal/"
    assert client.post(url, {"purpose": ""}).status_code == 422
    client.post(url, {"purpose": "other", "words": "邀请参加会诊"})
    shown = client.get(URL)
    assert "13800138002" in shown.text
    assert "no-store" in shown["Cache-Control"]
    entry = Entry.objects.get(verb="expert.revealed")
    assert (entry.purpose, entry.actor_id) == ("邀请参加会诊", cast.zheng.pk)


def test_an_edit_keeps_the_phone_unless_another_is_typed(cast, browser, now):
    expert = samples.expert(cast)
    client, url = browser(cast.zheng), f"{URL}{expert.pk}/edit/"
    client.post(url, sent(expert, field="仲裁"))
    expert.refresh_from_db()
    assert (expert.field, expert.phone) == ("仲裁", "13800138002")
    assert client.post(url, sent(expert, phone="电话")).status_code == 422
    client.post(url, sent(expert, phone="028-0000-1234", categories=[stories.category("0502").pk]))
    expert.refresh_from_db()
    assert expert.phone == "028-0000-1234"
    assert [category.code for category in expert.categories.all()] == ["0502"]


def test_a_town_sees_the_pool_of_its_county_and_does_not_keep_it(cast, browser, now):
    expert = samples.expert(cast)
    manager = stories.someone("town-manager", Role.CENTER_MANAGER, cast.town)
    client = browser(manager)
    assert "钱律师" in client.get(URL).text
    assert client.get(f"{URL}{expert.pk}/edit/").status_code == 403
    assert client.get(f"{URL}{expert.pk}/reveal/").status_code == 403


def test_found_by_name_field_or_employer(cast, browser, now):
    expert = samples.expert(cast)
    Expert.objects.create(center=expert.center, name="孙医生", field="医疗损害")
    client = browser(cast.zheng)
    for asked, expected in [("钱", ["钱律师"]), ("医疗", ["孙医生"]), ("某所", ["钱律师"]), ("没有", []),
                            ("\0", ["孙医生", "钱律师"])]:
        assert sorted(row.name for row, *_ in client.get(URL, {"q": asked}).context["rows"]) == expected


def test_out_of_the_pool_and_back(cast, browser, now):
    expert = samples.expert(cast)
    client = browser(cast.zheng)
    client.post(f"{URL}{expert.pk}/retire/", {"reason": "退休"})
    assert not Expert.objects.active().exists()
    assert "已停用" in client.get(URL).text
    client.post(f"{URL}{expert.pk}/restore/")
    assert Expert.objects.active().exists()
