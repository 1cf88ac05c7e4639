"""The documents: links lead somewhere, states are drawn as the code has them, every record has its page."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.apps import apps

from shuangliu.demo.accounts import ACCOUNTS
from tools.drawings import PAGES, redrawn

pytestmark = pytest.mark.once

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
README, README_ZH = ROOT / "README.md", ROOT / "README.zh-CN.md"
TEXTS = [README, README_ZH, *sorted(DOCS.rglob("*.md"))]
OWN = {"shuangliu", "grids", "residents", "mediation", "incidents", "hotline", "patrol"}

CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def anchors(path: Path) -> set[str]:
    """The ids that a forge gives the headings of a page."""
    headings = HEADING.findall(re.sub(r"```.*?```", "", read(path), flags=re.DOTALL))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", TEXTS, ids=name_of)
def test_links_lead_somewhere(page):
    dead = []
    for link in LINK.findall(CODE.sub("", read(page))):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = unquote(link).partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dead.append(link)
    assert not dead


@pytest.mark.parametrize("folder", ["handbook", "records", "howto"])
def test_the_map_of_a_folder_names_its_pages(folder):
    pages = {path.name for path in (DOCS / folder).glob("*.md")} - {"README.md"}
    assert pages <= set(LINK.findall(read(DOCS / folder / "README.md")))


@pytest.mark.parametrize("page", PAGES)
def test_states_are_drawn_as_the_code_has_them(page):
    assert read(DOCS / "handbook" / page) == redrawn(page), "run: .venv/bin/python -m tools.drawings"


def test_every_model_has_its_record_page():
    """A row of the map names the model and links to a page that describes it."""
    page_of = dict(re.findall(r"^\| `(\w+)` .*\((\S+\.md)\) \|$", read(DOCS / "records" / "README.md"), re.M))
    models = {model.__name__ for model in apps.get_models() if model.__module__.split(".")[0] in OWN}
    assert models == set(page_of)
    for model, page in page_of.items():
        assert re.search(rf"\b{model}\b", read(DOCS / "records" / page)), f"{page} does not tell of {model}"


def commands(page: Path) -> set[str]:
    return set(re.findall(r"\bmake [a-z-]+|\bmanage\.py [a-z_]+", read(page)))


def accounts(page: Path) -> list[str]:
    """The accounts in the first column of a table, in order."""
    rows = re.findall(r"^\| (`.+?) \|", read(page), re.MULTILINE)
    return [name for row in rows for name in re.findall(r"`(\w+)`", row)]


def test_both_readmes_tell_the_same():
    assert commands(README) == commands(README_ZH)
    assert accounts(README) == accounts(README_ZH)
    assert set(accounts(README)) <= {account.username for account in ACCOUNTS}


def test_the_commands_of_the_readme_exist():
    targets = re.findall(r"^([a-z-]+):", read(ROOT / "Makefile"), re.MULTILINE)
    assert {command.removeprefix("make ") for command in commands(README)} <= set(targets)
