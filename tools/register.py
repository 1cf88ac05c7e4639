"""The register of data processing as a page of the documents, out of what the models say.

`python -m tools.register` writes docs/records/data-register.md; tests/retention/test_register.py fails where it is not
current.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import django
from django.utils.translation import override

PAGE = Path(__file__).resolve().parent.parent / "docs" / "records" / "data-register.md"
HEAD = """# Register of data processing 个人信息处理活动登记

Made by `python -m tools.register` out of what the models say of themselves (`personal = Personal(…)`,
[how](../howto/declare-personal-data.md)); periods are the defaults of the code, the county's own stand on
`/public/data/`. It answers Personal Information Protection Law art. 5–7, 17, 55 and Network Data Regulation art. 21.
"""


def written() -> str:
    with override("en"):
        return "\n".join([HEAD, *_sections()]).rstrip() + "\n"


def _sections() -> Iterator[str]:
    from shuangliu.retention import register

    for entry in register.entries():
        said = entry.personal
        yield f"## {entry.model._meta.label}\n"
        yield f"- **Whose**: {said.whose}."
        yield f"- **Purpose**: {said.purpose}."
        yield f"- **Legal basis**: {said.basis}."
        rule = f" (rule `{said.retention}`)" if said.retention else ""
        yield f"- **Kept**: {entry.retention}{rule}."
        yield f"- **Recipients**: {said.recipients}.\n"
        yield "| field | what | protection |\n|---|---|---|"
        yield from (f"| `{line.name}` | {line.kind} | {line.protection} |" for line in entry.lines)
        yield ""


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shuangliu.settings")
    django.setup()
    PAGE.write_text(written(), encoding="utf-8")
