"""One row of cells into the shape of the register, with all that is wrong with it. Knows the units, not the people."""

import re
import unicodedata
from datetime import date
from functools import lru_cache

from django.core.exceptions import ValidationError

from residents.models.living import Kind
from residents.names import tidy
from shuangliu.privacy import documents
from shuangliu.privacy.documents import CITIZEN, Document

from .columns import BY_NAME
from .lines import OF_PERMIT, Line
from .values import addresses, days, numbers, words
from .values.texts import text_of
from .values.units import Units

UNFIT_NAME = re.compile(r"[?？\ufffd0-9<>=@]")
UNTIL = re.compile(r".*(?:至|到|[-~—–－]{1,2})\s*(?=\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2})")
UNIT = ("town", "community", "grid", "area_code")
PARTS = ("estate", "building", "unit", "room")
MOST = {"name": 50, "origin_address": 200, "employer": 100, "register_number": 20, "permit_number": 50}


class Reader:
    """Reads the rows of one sheet. `columns` names each column or ""; `filled` those whose blanks stand for the cell
    above. Called with the number and the cells of a row."""

    def __init__(self, columns: list[str], filled: list[str], units: Units, *, kind: str, today: date, is_1904: bool):
        self.at = {name: index for index, name in enumerate(columns) if name}
        self.filled = [(self.at[name], name) for name in filled if name in self.at and BY_NAME[name].may_fill]
        self.above: dict[str, object] = {}
        self.units, self.kind, self.today, self.is_1904 = units, kind, today, is_1904
        self.missing = [None] * (max(self.at.values()) + 1)
        self.has_permits = bool({*OF_PERMIT} & self.at.keys())
        self.keys = [self.at[name] for name in ("name", "id_number") if name in self.at]
        self.home_at = [self.at.get(name, -1) for name in (*UNIT, "address", *PARTS)]
        # A household in a row, a building in a hundred: what was read once need not be read again.
        self.home_of = lru_cache(20_000, typed=True)(self._home_of)
        self.texts_at = [(name, self.at[name]) for name in ("origin_address", "employer", "register_number")
                         if name in self.at]

    def key_texts(self, cells) -> list[str]:
        return [text_of(cells[at]) for at in self.keys if at < len(cells)]

    def __call__(self, number: int, cells) -> Line:
        line = Line(number)
        cells = [*cells, *self.missing[len(cells):], None]  # the last stands for a column that there is not
        for at, name in self.filled:
            if cells[at] is None or not text_of(cells[at]):
                cells[at] = self.above.get(name)
            else:
                self.above[name] = cells[at]
        self._name(line, cells)
        self._number(line, cells)
        self._sex_and_birthday(line, cells)
        self._phones(line, cells)
        self._home(line, cells)
        self._residence(line, cells)
        for name, at in self.texts_at:
            if text := text_of(cells[at]):
                if len(text) > MOST[name]:
                    line.found.append(("too-long", at, None))
                else:
                    setattr(line, name, text)
        self._household_and_origin(line, cells)
        if self.has_permits:
            self._permit(line, cells)
        if not (line.id_number or line.born_on or line.phone) and not line.found:
            line.found.append(("unknown-person", self.at.get("id_number"), None))
        return line

    def cell(self, cells, name: str):
        return cells[self.at.get(name, -1)]

    def _note(self, line: Line, code: str, name: str, other=None) -> None:
        line.found.append((code, self.at.get(name), other))

    def _name(self, line, cells):
        cell = self.cell(cells, "name")
        text = cell.strip() if isinstance(cell, str) else text_of(cell)
        # Most names are two to four characters that need no tidying.
        if not (text.isalpha() and not text.isascii() and unicodedata.is_normalized("NFKC", text)):
            text = tidy(text_of(cell))
        if not text:
            self._note(line, "name-missing", "name")
        elif len(text) > MOST["name"] or UNFIT_NAME.search(text) or not any(mark.isalpha() for mark in text):
            self._note(line, "name-unfit", "name")
        line.name = text[:MOST["name"]]

    def _number(self, line, cells):
        text, shown, problem = numbers.id_number(self.cell(cells, "id_number"), self.today)
        kind = words.document(_plain(self.cell(cells, "document"))) if "document" in self.at else ""
        if kind is None:
            self._note(line, "document-unknown", "document")
            kind = ""
        if not text and not problem:
            return
        kind = kind or Document.ID_CARD.value
        if kind not in CITIZEN and problem != "id-numeric":
            problem = ""
            try:
                documents.validate(kind, text, today=self.today)
            except ValidationError:
                problem = "document-shape"
        line.document, line.id_number, line.number_as_shown = kind, text[:30], shown
        if problem:
            self._note(line, problem, "id_number")

    def _sex_and_birthday(self, line, cells):
        told = words.sex(_plain(self.cell(cells, "sex"))) if "sex" in self.at else ""
        if told is None:
            self._note(line, "sex-unknown", "sex")
        born, problem = days.day(self.cell(cells, "born_on"), is_1904=self.is_1904)
        if line.document in CITIZEN and numbers.tells_birthday(line.id_number):
            line.born_on, line.sex = numbers.told_by(line.id_number)
            if born and born != line.born_on:
                self._note(line, "born-differs", "born_on")
            if told and told != line.sex:
                self._note(line, "sex-differs", "sex")
            return
        line.sex = told or ""
        if problem:
            self._note(line, f"born-{problem}", "born_on")
        elif born and born > self.today:
            self._note(line, "born-future", "born_on")
        line.born_on = born

    def _phones(self, line, cells):
        found, problem = numbers.phones(self.cell(cells, "phone")) if "phone" in self.at else ([], "")
        if problem:
            self._note(line, problem, "phone")
        if "other_phone" in self.at:
            more, problem = numbers.phones(self.cell(cells, "other_phone"))
            if problem:
                self._note(line, problem, "other_phone")
            found = found + [one for one in more if one not in found]
        if found:
            line.phone = found[0]
            line.other_phone = found[1] if len(found) > 1 else ""

    def _home(self, line, cells):
        line.area_key, door, problems = self.home_of(*[cells[at] for at in self.home_at])
        for problem, column in problems:
            self._note(line, problem, column)
        if door:
            line.building, line.unit, line.room = door

    def _home_of(self, *cells) -> tuple[int, addresses.Door | None, list[tuple[str, str]]]:
        """Key of the unit, door, and (problem, name of the column) of each thing that is wrong."""
        said = [text_of(cell) for cell in cells]
        unit, address, parts = said[:len(UNIT)], said[len(UNIT)], said[len(UNIT) + 1:]
        found = self.units.find(*unit)
        problems = [(found.problem, found.column)] if found.problem else []
        if found.area is None:
            return 0, None, problems
        above, door = self.units.above(found.area), None
        if parts[1]:
            door = addresses.from_parts(*parts, above)
        if door is None and address:
            door = addresses.door(address + (parts[2] + parts[3] if not parts[1] else ""), above)
        if door is None:
            is_there = address or any(parts)
            name = next(name for name in ("address", "building", "room") if name in self.at)
            problems.append(("address-unreadable" if is_there else "address-missing", name))
        return found.area.key, door, problems

    def _residence(self, line, cells):
        line.kind = self.kind
        if "kind" in self.at:
            kind = words.kind(_plain(self.cell(cells, "kind")))
            if kind is None:
                self._note(line, "kind-unknown", "kind")
            line.kind = kind or self.kind
        if "tenure" in self.at:
            tenure = words.tenure(_plain(self.cell(cells, "tenure")))
            if tenure is None:
                self._note(line, "tenure-unknown", "tenure")
            line.tenure = tenure or ""
        if "reason" in self.at:
            reason = words.reason(_plain(self.cell(cells, "reason")))
            if reason is None:
                self._note(line, "reason-unknown", "reason")
            line.reason = (reason or "") if line.kind == Kind.FLOATING else ""
        if "since" in self.at:
            line.since = self._past(line, cells, "since")

    def _past(self, line, cells, name: str) -> date | None:
        """A day that is not to come."""
        day, problem = days.day(self.cell(cells, name), is_1904=self.is_1904)
        if problem or (day and day > self.today):
            self._note(line, "since-unreadable" if problem else "since-future", name)
            return None
        return day

    def _permit(self, line, cells):
        number = "".join(text_of(self.cell(cells, "permit_number")).split())
        issued = self._past(line, cells, "permit_issued_on")
        cell = self.cell(cells, "permit_expires_on")
        expires, problem = days.day(cell, is_1904=self.is_1904)
        if problem:
            # 2025.8.1-2026.7.31: the later day is meant.
            expires, problem = days.day(UNTIL.sub("", _plain(cell)), is_1904=self.is_1904)
        if problem:
            self._note(line, "since-unreadable", "permit_expires_on")
        if number in numbers.NONE and not (issued or expires):
            return
        name = next(name for name in OF_PERMIT if name in self.at)
        if line.kind != Kind.FLOATING:
            self._note(line, "permit-of-registered", name)
        elif issued and expires and expires < issued:
            self._note(line, "permit-range", "permit_expires_on")
        elif len(number) > MOST["permit_number"]:
            self._note(line, "too-long", "permit_number")
        else:
            line.permit_number, line.permit_issued_on, line.permit_expires_on = number, issued, expires

    def _household_and_origin(self, line, cells):
        if "relation" in self.at:
            relation = words.relation(_plain(self.cell(cells, "relation")))
            if relation is None:
                self._note(line, "relation-unknown", "relation")
            line.relation = relation or ""
        if "origin_code" in self.at and (code := text_of(self.cell(cells, "origin_code"))):
            if code.isascii() and code.isdigit() and len(code) >= 6:
                line.origin_code = code[:6]
            elif not line.origin_address:
                line.origin_address = code[:MOST["origin_address"]]  # 户籍地 as a name


def _plain(cell):
    return cell if isinstance(cell, str) else text_of(cell)

