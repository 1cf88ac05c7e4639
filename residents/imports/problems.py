"""What can be wrong with a row, and how it is said: always with the number of the row and the heading of the column."""

import json
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

REFUSE, ASK, NOTE = "refuse", "ask", "note"


@dataclass(frozen=True)
class Problem:
    """`refuse` keeps the row out, `ask` waits for somebody to decide, `note` is only said."""

    level: str
    text: Any


PROBLEMS = {
    # Out
    "name-missing": Problem(REFUSE, _("there is no name")),
    "name-unfit": Problem(REFUSE, _("this is no name; perhaps its characters were lost when the file was saved")),
    "id-numeric": Problem(REFUSE, _("Excel has set the last three digits of the ID number to zero: make the column "
                                    "text, and type it again")),
    "id-cyrillic": Problem(REFUSE, _("the last character is a Cyrillic letter, not X: type X")),
    "id-format": Problem(REFUSE, _("an ID number has 18 characters: 17 digits and a digit or X")),
    "id-birthday": Problem(REFUSE, _("the birthday in the ID number does not exist or is still to come")),
    "document-unknown": Problem(REFUSE, _("no such kind of document is known")),
    "document-shape": Problem(REFUSE, _("a number of this kind of document looks otherwise")),
    "born-month": Problem(REFUSE, _("a birthday is a day; here only year and month are given")),
    "born-unreadable": Problem(REFUSE, _("this is no day that can be read")),
    "born-future": Problem(REFUSE, _("the birthday is still to come")),
    "unknown-person": Problem(REFUSE, _("without an ID number, a birthday or a phone nobody can be told from others of "
                                        "the same name")),
    "kind-unknown": Problem(REFUSE, _("registered here or elsewhere? The word is not known")),
    "address-missing": Problem(REFUSE, _("there is no address")),
    "address-unreadable": Problem(REFUSE, _("no building or house number can be read from the address")),
    "unit-unknown": Problem(REFUSE, _("no unit of this name or code is known here")),
    "unit-outside": Problem(REFUSE, _("this place is outside the area that you keep")),
    "unit-ambiguous": Problem(REFUSE, _("several units have this name: the column of the unit above is needed")),
    "unit-missing": Problem(REFUSE, _("the community is not said")),
    # To decide
    "check-digit": Problem(ASK, _("the last character of the ID number does not fit: look at the card")),
    "id-zeros": Problem(ASK, _("the ID number ends in 000, as numbers do that Excel has cut: look at the card")),
    "other-name": Problem(ASK, _("the number is in the register under another name")),
    "elsewhere": Problem(ASK, _("the person lives at another place that is not yours, by the register")),
    "same-birthday": Problem(ASK, _("somebody of the same name and birthday is in the register")),
    "same-phone": Problem(ASK, _("somebody of the same name and phone is in the register")),
    "same-home": Problem(ASK, _("somebody of the same name lives in the same dwelling")),
    "twin-person": Problem(ASK, _("the same name with the same birthday, phone or dwelling is in row %(other)s too")),
    "twin-name": Problem(ASK, _("row %(other)s has the same number with another name")),
    "twin-home": Problem(ASK, _("row %(other)s says another home of the same person")),
    "older-home": Problem(ASK, _("this home began before the one in the register: the table may be old")),
    "code-of-other": Problem(ASK, _("the code is that of another unit than the one named")),
    "born-differs": Problem(ASK, _("the birthday is not that of the ID number")),
    "sex-differs": Problem(ASK, _("the sex is not that of the ID number")),
    # Only said
    "twin-same": Problem(NOTE, _("says the same as row %(other)s")),
    "phone-unreadable": Problem(NOTE, _("the phone cannot be read and is left out")),
    "phones-many": Problem(NOTE, _("more than two phones: the first two are taken")),
    "sex-unknown": Problem(NOTE, _("the sex cannot be read and is left out")),
    "since-unreadable": Problem(NOTE, _("the day cannot be read and is left out")),
    "since-future": Problem(NOTE, _("the day is still to come and is left out")),
    "tenure-unknown": Problem(NOTE, _("how they live there cannot be read and is left out")),
    "reason-unknown": Problem(NOTE, _("why they came cannot be read and is left out")),
    "relation-unknown": Problem(NOTE, _("the relation cannot be read; the household is left out")),
    "grid-unknown": Problem(NOTE, _("no grid of this name is known in the community and is left out")),
    "origin-unreadable": Problem(NOTE, _("the code of the county has six digits; it is left out")),
    "permit-of-registered": Problem(NOTE, _("residence permits are for people registered elsewhere; it is left out")),
    "permit-range": Problem(NOTE, _("the permit expires before it was issued and is left out")),
    "too-long": Problem(NOTE, _("the text is too long and is left out")),
    "hidden": Problem(NOTE, _("the row is hidden in the sheet")),
}
ASKED = [code for code, problem in PROBLEMS.items() if problem.level == ASK]
# Only who has seen the card may let these pass.
OF_THE_CARD = {"check-digit", "id-zeros"}
# The number, or name and birthday, of somebody who is there: the row may be them.
OF_ANOTHER = {"same-birthday", "same-phone", "same-home"}


def sealed(found: list[tuple]) -> str:
    """`found` are (code, column or None, further value) as a row keeps them."""
    return json.dumps(found, ensure_ascii=True, separators=(",", ":")) if found else ""


def said(found: str, *, row: int, headings: list[str]) -> list[tuple[str, str]]:
    """Each (level, text) of what a row keeps."""
    texts = []
    for code, column, other in json.loads(found or "[]"):
        problem = PROBLEMS[code]
        text = str(problem.text) % {"other": other} if other is not None else str(problem.text)
        if column is None or column >= len(headings):
            place = _now("Row %(row)d") % {"row": row}
        else:
            place = _now("Row %(row)d, “%(column)s”") % {"row": row, "column": headings[column]}
        texts.append((problem.level, _now("%(place)s: %(what)s") % {"place": place, "what": text}))
    return texts
