"""Every English text of the interface has its Chinese."""

import ast
import re
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ["shuangliu", "grids", "residents", "incidents", "mediation", "hotline", "patrol", "templates"]
CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}
TRANSLATE = re.compile(r"{%\s*trans(?:late)?\s+(?:\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)')")
IN_FILTER = re.compile(r"\b_\(\"((?:[^\"\\]|\\.)*)\"\)")
BLOCK = re.compile(
    r"{%\s*blocktrans(?:late)?\b(.*?)%}(.*?){%\s*(?:plural\s*%}.*?{%\s*)?endblocktrans(?:late)?", re.S)


def texts(path: Path):
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in CALLS:
                yield from (arg.value for arg in node.args[:1]
                            if isinstance(arg, ast.Constant) and isinstance(arg.value, str))
        return
    yield from (double or single for double, single in TRANSLATE.findall(source))
    yield from IN_FILTER.findall(source)
    for options, body in BLOCK.findall(source):
        if "trimmed" in options:
            body = " ".join(line.strip() for line in body.strip().splitlines() if line.strip())
        yield re.sub(r"{{\s*(\w+)\s*}}", r"%(\1)s", body.replace("%", "%%"))


def test_every_text_is_translated():
    entries = polib.pofile(str(ROOT / "locale/zh_Hans/LC_MESSAGES/django.po"))
    known = {entry.msgid for entry in entries if entry.msgstr or entry.msgstr_plural}
    missing = {
        f"{path.relative_to(ROOT)}: {text!r}"
        for folder in FOLDERS
        for path in [*(ROOT / folder).rglob("*.py"), *(ROOT / folder).rglob("*.html")]
        if "migrations" not in path.parts
        for text in texts(path)
        if text and text not in known
    }
    assert not missing, "\n".join(sorted(missing))


def test_placeholders_survive_translation():
    place = re.compile(r"%\(\w+\)[sd]|{\w+}")
    broken = [
        entry.msgid for entry in polib.pofile(str(ROOT / "locale/zh_Hans/LC_MESSAGES/django.po"))
        if entry.msgstr and set(place.findall(entry.msgid)) != set(place.findall(entry.msgstr))
    ]
    assert not broken
