"""The house has floors; imports only go down. docs/architecture.md draws them."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Top floor first. Names on one floor do not know each other.
FLOORS = [
    {"shuangliu.management"},
    {"shuangliu.urls", "shuangliu.api", "shuangliu.desk", "shuangliu.navigation", "shuangliu.celery", "shuangliu.demo"},
    {"shuangliu.reference"},
    {"hotline", "patrol"},
    {"incidents"},
    {"mediation"},
    {"residents"},
    {"shuangliu.subjects"},
    {"shuangliu.protection", "shuangliu.retention"},
    {"shuangliu.deadlines", "shuangliu.attachments", "shuangliu.indicators", "shuangliu.exchange",
     "shuangliu.notices", "shuangliu.worklists"},
    {"grids"},
    {"shuangliu.accounts"},
    {"shuangliu.audit", "shuangliu.search", "shuangliu.spreadsheets"},
    {"shuangliu.pages", "shuangliu.guard"},
    {"shuangliu.privacy", "shuangliu.schedule", "shuangliu.tables", "shuangliu.typesetting"},
]
FLOOR_OF = {name: floor for floor, names in enumerate(FLOORS) for name in names}


def unit(module: str) -> str:
    """The floor-bearing name a dotted module belongs to: 'grids.models' -> 'grids'."""
    head, _, rest = module.partition(".")
    return f"{head}.{rest.split('.')[0]}" if head == "shuangliu" and rest else head


def imports(path: Path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module, node.lineno
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def sources():
    for path in ROOT.glob("**/*.py"):
        parts = path.relative_to(ROOT).with_suffix("").parts
        if not parts[0].startswith(".") and parts[0] not in {"var", "node_modules", "tests"}:
            yield path, ".".join(parts)


def test_imports_go_down():
    climbs = set()
    for path, module in sources():
        here = unit(module)
        if here not in FLOOR_OF or "migrations" in path.parts:
            continue
        for imported, line in imports(path):
            there = unit(imported)
            if there in FLOOR_OF and there != here and FLOOR_OF[there] <= FLOOR_OF[here]:
                climbs.add(f"{path.relative_to(ROOT)}:{line} imports {there}")
    assert not climbs, "\n".join(sorted(climbs))


def test_every_package_has_a_floor():
    """A new package says where it stands before it is used."""
    strays = {
        unit(module) for path, module in sources()
        if path.name == "models.py" or (path.name == "apps.py" and path.parent != ROOT / "shuangliu")
    } - set(FLOOR_OF)
    assert not strays
