"""The pages of imports: what is said where, and nothing of it done by asking."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from residents.imports import checking
from residents.imports.models import Batch
from residents.imports.tasks import go_on
from residents.models import Person
from shuangliu.audit.models import Entry
from shuangliu.retention import forgetting
from tests.residents.story import LUO, TANG

from .samples import CONTENT, carried, checked, uploaded
from .story import HEADINGS, as_csv

ELDER = ["陈老五", "460100197705084318", "", "棠湖小区1栋1单元101"]


@pytest.fixture
def xie(cast, browser):
    return browser(cast.xie)


def url(name: str, batch: Batch) -> str:
    return reverse(f"residents:import-{name}", args=[batch.pk])


def send(client, content: bytes, name="人口.csv", **more):
    page = client.get(reverse("residents:import-upload"))
    form = page.context["form"]
    return client.post(reverse("residents:import-upload"), {
        "uuid": form["uuid"].value(), "area": form["area"].value(), "kind": "",
        "file": SimpleUploadedFile(name, content), **more})


def columns_of(batch: Batch) -> dict:
    columns = {f"column-{at}": name for at, name in enumerate(batch.columns)}
    return {"kind": batch.kind, "filled": batch.filled} | columns


def test_from_the_file_to_the_receipt(xie, now):
    answer = send(xie, CONTENT)
    batch = Batch.objects.get()
    assert answer.url == url("check", batch)
    assert "罗永贵" not in xie.get(answer.url).content.decode()
    xie.post(answer.url, columns_of(batch))
    checking.check(batch, at=now)
    page = xie.get(url("detail", batch)).content.decode()
    assert "罗**" in page
    assert "罗永贵" not in page
    xie.post(url("carry-out", batch))
    go_on(batch.pk)
    page = xie.get(url("detail", batch)).content.decode()
    assert "文件共 1 行 = 新增 1 + 变更 0 + 无变化 0 + 拒收 0 + 未采用 0" in page
    xie.post(url("undo", batch))
    go_on()
    assert not Person.objects.exists()
    assert "移除 1 人" in xie.get(url("detail", batch)).content.decode()


@pytest.mark.parametrize(("content", "said"), [
    (b"\xd0\xcf\x11\xe0" + b"x" * 99, ".xlsx"), (b"<html>", "网页"), (b"a,b\n1,2", "姓名"), (b" ", "空")])
def test_what_is_no_table_is_told_at_the_field(xie, now, content, said):
    answer = send(xie, content)
    assert answer.status_code == 422
    assert said in str(answer.context["form"].errors["file"])
    assert not Batch.objects.exists()


def test_no_unit_but_ones_own(xie, now, cast):
    assert send(xie, CONTENT, area=cast.areas["510116002001"].pk).status_code == 422


def test_columns_that_do_not_do_are_told(xie, now, cast):
    batch = uploaded(cast)
    given = columns_of(batch) | {"column-0": "", "column-1": "phone"}
    answer = xie.post(url("check", batch), given)
    assert answer.status_code == 422
    assert answer.context["form"]["column-1"].value() == "phone"
    assert "必须有一列为姓名" in answer.content.decode()


def test_rows_of_one_kind_are_decided_together(xie, now, office):
    batch = office.look(ELDER, ["陈老六", "460021196408105120", "", "4组12号"])
    page = xie.get(url("detail", batch), {"tab": "suspicious", "asks": "check-digit"})
    assert [value for value, *_more in page.context["decisions_of_kind"]] == ["card", "leave"]
    xie.post(url("decide", batch), {"decision": "card", "all": "check-digit"})
    assert set(batch.rows.values_list("decision", flat=True)) == {"card"}
    xie.post(url("decide", batch), {"decision": "leave", "number": ["2"]})
    assert list(batch.rows.order_by("number").values_list("decision", flat=True)) == ["leave", "card"]


def test_a_wrong_state_is_a_conflict(xie, now, cast):
    batch = carried(cast)
    for name in ("decide", "drop"):
        assert xie.post(url(name, batch), {"decision": "take", "number": "2"}).status_code == 409
    assert xie.get(url("check", batch)).status_code == 409
    assert xie.post(url("undo", uploaded(cast))).status_code == 409


def test_the_progress_alone(xie, now, cast):
    batch = uploaded(cast)
    Batch.objects.update(state="checking", progress=40, counts={"rows": 4000})
    answer = xie.get(url("detail", batch), headers={"X-Fragment": "progress"})
    assert 'value="40"' in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_who_takes_the_marked_table_out_is_written_down(xie, now, cast):
    batch = checked(cast)
    assert xie.get(url("marked", batch))["Content-Disposition"].startswith("attachment")
    assert Entry.objects.get(verb="import.marked").actor_id == cast.xie.pk


def test_somebody_elsewhere_is_not_shown(xie, now, office, homes, cast):
    far = homes.dwelling(area=cast.areas["510116002001001"])
    homes.register(dwelling=far, by=cast.yan, phone="13700001111")
    batch = office.look(["罗永贵", LUO, "13800001234", "4组12号"])
    page = xie.get(url("detail", batch)).content.decode()
    assert "137****1111" not in page
    assert "居住在您辖区以外" in page


def test_tabs_page_by_the_last_row_seen(xie, now, office):
    rows = [[f"居民{'一二三四五六七八九十'[n % 10]}某", "", f"138000{n:05d}", f"4组{n}号"] for n in range(60)]
    batch = office.look(*rows)
    first = xie.get(url("detail", batch), {"tab": "new"}).context["page"]
    second = xie.get(url("detail", batch), {"tab": "new", "after": first.next_cursor}).context["page"]
    assert (len(first.rows), len(second.rows), second.next_cursor) == (50, 10, None)
    assert xie.get(url("detail", batch), {"tab": "unsinn"}).status_code == 404


def test_files_and_rows_are_forgotten_by_the_rule(now, cast, tmp_path, django_capture_on_commit_callbacks):
    batch, waiting = carried(cast), checked(cast)
    files = list((tmp_path / "files" / "imports").iterdir())
    assert LUO.encode() not in files[0].read_bytes()
    assert not forgetting.forget(at=now + timedelta(days=30), only="import.rows")["import.rows"]
    later = now + timedelta(days=31)
    with django_capture_on_commit_callbacks(execute=True):
        assert forgetting.forget(at=later, only="import.rows")["import.rows"] == 2
    batch.refresh_from_db()
    waiting.refresh_from_db()
    assert (batch.rows.count(), batch.file, batch.forgotten_at, batch.state) == (0, "", later, "carried")
    assert (waiting.rows.count(), waiting.state) == (0, "dropped")
    assert not list((tmp_path / "files" / "imports").iterdir())


def test_the_command(now, cast, tmp_path, capsys):
    path = tmp_path / "人口.csv"
    path.write_bytes(as_csv(HEADINGS, ["罗永贵", LUO, "", "4组12号"], ["唐秀英", TANG, "", "没有"]))
    call_command("import_residents", str(path), "--as", "xie", "--dry-run", "--marked", str(tmp_path / "m.xlsx"))
    assert not Person.objects.exists()
    assert "新增: 1" in capsys.readouterr().out
    assert (tmp_path / "m.xlsx").read_bytes().startswith(b"PK")
    call_command("import_residents", str(path), "--as", "xie")
    assert "new 1" in capsys.readouterr().out
    assert Person.objects.count() == 1
