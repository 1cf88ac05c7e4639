"""All reference data out and in: a round trip changes nothing, and what an import does is told before."""

import csv
import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from grids.models import Area, Department, Post
from grids.roles import Role
from incidents import catalogue
from incidents.models import Category, LoopRule, Question, ReplyTemplate, RoutingRule, StageLimit
from shuangliu.audit.models import Entry
from shuangliu.deadlines.models import SpecialDay
from shuangliu.reference.exporting import sheet_of
from shuangliu.reference.importing import load
from shuangliu.reference.tables import TABLES
from shuangliu.spreadsheets import folded, read, write
from tests.conftest import NOW

URL, EXPORT = reverse("reference"), reverse("reference-export")


@pytest.fixture
def county(cast, now):
    """One row at least of each table, with everything that could get lost on the way."""
    catalogue.load()
    rubbish = Category.objects.get(code="E01-01")
    Question.objects.create(category=rubbish, code="kind", label="哪种垃圾？", kind="choice", choices="生活\r\n建筑",
                            is_required=True, valid_from="2026-01-01")
    ReplyTemplate.objects.create(code="T1", act="resolve", name="已清运", text="=已清运\r\n{place}，-谢谢",
                                 area=cast.town, department=cast.departments["urban-management"])
    RoutingRule.objects.create(code="R1", category=rubbish, area=cast.community, is_urgent=False,
                               department=cast.departments["dongsheng-urban-management"], is_draft=False)
    RoutingRule.objects.create(code="R2")
    LoopRule.objects.create(pk=1, bounces=3)
    SpecialDay.objects.create(date="2027-01-01", name="元旦")
    return cast


@pytest.fixture
def admin(county, browser):
    Post.objects.create(user=county.nobody, role=Role.SYSTEM_ADMIN, area=county.county, valid_from="2020-01-01")
    return browser(county.nobody)


def everything() -> list:
    return [list(table.model.objects.order_by("pk").values()) for table in TABLES]


def run(*args) -> str:
    out = io.StringIO()
    call_command("reference", *map(str, args), stdout=out)
    return out.getvalue()


def change(path: Path, find: str, *pairs: tuple[str, str]) -> None:
    """Put other texts into the line of a csv that contains `find`."""
    lines = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    for at, line in enumerate(lines):
        if find in line:
            for old, new in pairs:
                assert old in line
                line = line.replace(old, new)
            lines[at] = line
    path.write_text("".join(lines), encoding="gb18030")


@pytest.mark.parametrize("target", ["tables", "tables.xlsx"])
def test_a_round_trip_changes_nothing(target, county, tmp_path):
    before = everything()
    run("export", tmp_path / target)
    rows = sum(map(len, before))
    assert f"0 new, 0 changed, {rows} same, 0 refused. Stored." in run("import", tmp_path / target)
    assert everything() == before


def test_an_empty_county_becomes_like_the_other(county, tmp_path):
    before = {table.name: table.model.objects.count() for table in TABLES}
    run("export", tmp_path / "all.xlsx")
    for model in (RoutingRule, ReplyTemplate, Question, StageLimit, LoopRule, SpecialDay):
        model.objects.all().delete()
    Category.objects.exclude(parent=None).delete()
    Category.objects.all().delete()
    run("import", tmp_path / "all.xlsx")
    assert {table.name: table.model.objects.count() for table in TABLES} == before
    assert Question.objects.get().options == ["生活", "建筑"]
    assert ReplyTemplate.objects.get().text == "=已清运\n{place}，-谢谢"
    assert RoutingRule.objects.get(code="R1").area == county.community
    assert LoopRule.current().bounces == 3
    assert "0 new, 0 changed" in run("import", tmp_path / "all.xlsx")


def test_a_dry_run_says_it_and_does_nothing(county, tmp_path):
    run("export", tmp_path)
    change(tmp_path / "categories.csv", "E01-01,", ("暴露垃圾", "露天垃圾"))
    before, entries = everything(), Entry.objects.count()
    said = run("import", tmp_path, "--dry-run")
    assert "E01-01" in said
    assert "暴露垃圾 → 露天垃圾" in said
    assert "1 changed" in said
    assert "Nothing is stored." in said
    assert everything() == before
    assert Entry.objects.count() == entries


def test_one_refused_row_keeps_all_out(county, tmp_path):
    run("export", tmp_path)
    change(tmp_path / "categories.csv", "E01-01,", ("暴露垃圾", "露天垃圾"))
    change(tmp_path / "routing-rules.csv", "R1,", ("dongsheng-urban-management", "no-such-office"))
    before = everything()
    with pytest.raises(CommandError, match=r"1 changed, .* 1 refused. Nothing is stored"):
        run("import", tmp_path)
    assert everything() == before


def test_what_was_imported_is_on_record(county, tmp_path):
    run("export", tmp_path)
    change(tmp_path / "categories.csv", "E01-01,", ("暴露垃圾", "露天垃圾"))
    run("import", tmp_path / "categories.csv")
    entry = Entry.objects.get(verb="category.set")
    assert entry.detail["changed"] == {"name": "露天垃圾"}
    assert Entry.objects.get(verb="reference.imported").detail["changed"] == 1


REFUSALS = [
    ("categories", "code,name\nE01-01,\n", "名称"),
    ("categories", "code,handle_amount\nE01-01,0\n", ""),
    ("categories", "code,handle_amount\nE01-01,1.5\n", "处置时限"),
    ("categories", "code,owner_tier\nE01-01,村\n", "工作站"),
    ("categories", "code,parent\nE01-01,E77\n", "E77"),
    ("categories", "code,name,handle_amount,handle_unit\nE01-01,a,1,工作日\nE01-01,b,1,工作日\n", "第 2 行"),
    ("areas", "code,name\n510999,新县\n", "代码"),
    ("questions", "category,code,label,kind\nE01-01,q,身份证号码,文字\n", "身份证"),
    ("routing-rules", "code,is_draft\nR1,也许\n", "是或否"),
    ("special-days", "date,name\n2027-13-01,元旦\n", ""),
    ("reply-templates", "code,act,name,text\nT2,resolve,好,{who}\n", "占位符"),
]


@pytest.mark.parametrize(("table", "content", "said"), REFUSALS)
def test_rows_are_refused_with_the_reason(table, content, said, county, tmp_path):
    path = tmp_path / f"{table}.csv"
    path.write_text(content, encoding="utf-8")
    told = run("import", path, "--dry-run")
    assert "1 refused" in told
    assert said in told


@pytest.mark.parametrize(("name", "content", "said"), [
    ("unknown.csv", "code\nE01\n", "unknown"), ("categories.csv", "name\n暴露垃圾\n", "代码"),
    ("categories.xls", "\xd0\xcf\x11\xe0", "xlsx")])
def test_files_are_refused_with_the_reason(name, content, said, county, tmp_path):
    (tmp_path / name).write_bytes(content.encode("latin-1") if name.endswith("xls") else content.encode())
    with pytest.raises(CommandError, match=said):
        run("import", tmp_path / name)


def test_headings_do_not_collide():
    for table in TABLES:
        names = [folded(str(one.verbose_name)) for one in table.fields]
        assert len(names) == len(set(names)), table.name


def test_codes_of_areas_stay_whole(county, tmp_path):
    run("export", tmp_path)
    rows = list(csv.DictReader((tmp_path / "areas.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [row["代码"].strip() for row in rows] == list(Area.objects.order_by("key").values_list("code", flat=True))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(name=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).filter(str.strip))
def test_any_name_survives_the_trip(name, cast):
    Department.objects.filter(code="urban-management").update(name=name)
    table = next(table for table in TABLES if table.name == "departments")
    for kind in ("csv", "xlsx"):
        grids = read(write([sheet_of(table)], kind), name="departments.csv")
        assert load(grids, by=None, at=NOW, dry_run=True).counts == {"same": 4}


# --- the page

def test_only_administrators_get_in(county, admin, browser):
    for person in ("wang", "tang", "chen", "he"):
        assert browser(getattr(county, person)).get(URL).status_code == 403
        assert browser(getattr(county, person)).get(EXPORT).status_code == 403
    assert admin.get(URL).status_code == 200


def test_checked_first_then_imported_without_choosing_again(admin, county):
    label = str(TABLES[2].label)
    file = io.BytesIO("代码,名称\nE01-01,露天垃圾\n".encode())
    file.name = f"{label}(1).csv"
    looked = admin.post(URL, {"act": "check", "file": file})
    assert looked.status_code == 200
    assert "暴露垃圾 → 露天垃圾" in looked.content.decode()
    assert Category.objects.get(code="E01-01").name == "暴露垃圾"
    done = admin.post(URL, {"act": "import", "checked": looked.context["kept"]}, follow=True)
    assert "已导入：新增 0 行，更改 1 行" in done.content.decode()
    assert Category.objects.get(code="E01-01").name == "露天垃圾"
    assert Entry.objects.get(verb="reference.imported").actor_id == county.nobody.pk


@pytest.mark.parametrize("sent", [{}, {"checked": "forged"}])
def test_no_file(sent, admin):
    answer = admin.post(URL, {"act": "import", **sent})
    assert answer.status_code == 422
    assert "file" in answer.context["form"].errors


def test_a_refused_row_is_shown_and_nothing_offered(admin):
    file = io.BytesIO(b"code,parent\nE01-01,E77\n")
    file.name = "categories.csv"
    answer = admin.post(URL, {"act": "import", "file": file})
    assert answer.status_code == 422
    assert "E77" in answer.content.decode()
    assert 'value="import"' not in answer.content.decode()


def test_the_export_is_a_workbook_of_all_tables(admin):
    answer = admin.get(EXPORT)
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    assert len(book.sheetnames) == len(TABLES)
    assert Entry.objects.filter(verb="reference.exported").count() == 1
