"""Who the rows are: by number, else perhaps by name with birthday, phone or home. Some thousand rows at a time."""

from collections.abc import Callable, Iterable

from django.db import connection
from django.db.models import Max

from residents.models import Change, Permit, Person, Residence

from .comparing import HOME, compare
from .lines import Line
from .problems import ASK, PROBLEMS, REFUSE
from .states import Outcome

HALF = 0xFFFFFFFF


class Matcher:
    """Gives each line of a file, encoded, its outcome. `is_mine` says whether a key lies where the import may write.

    What a file says twice is known by 8 bytes of each number's hash: a million rows take some 150 MB.
    """

    def __init__(self, is_mine: Callable[[int], bool]):
        self.is_mine = is_mine
        self.seen: dict[int, int] = {}  # number -> row, with half a hash each of name and home

    def match(self, lines: list[Line]) -> None:
        people, about = _by_number([line.id_hash for line in lines if line.id_hash])
        candidates = _candidates(line for line in lines if line.id_hash not in people)
        for line in lines:
            self._twins(line)
            person = people.get(line.id_hash) if line.id_hash else None
            if person is not None:
                self._known(line, person, about)
            else:
                self._candidate(line, candidates.get(line.name_hash, ()))
            _conclude(line)
        _compare_candidates(lines)

    def _twins(self, line: Line) -> None:
        if not line.id_hash or any(PROBLEMS[code].level == REFUSE for code, *_more in line.found):
            return
        key = int(line.id_hash[:16], 16)
        home = hash((line.area_key, line.building, line.unit, line.room, line.kind)) & HALF
        name = int(line.name_hash[:8], 16)
        before = self.seen.setdefault(key, line.number << 64 | name << 32 | home)
        number = before >> 64
        if number == line.number:
            return
        line.is_twin = True
        if before >> 32 & HALF != name:
            line.found.append(("twin-name", None, number))
        elif before & HALF != home:
            line.found.append(("twin-home", None, number))
        else:
            line.found.append(("twin-same", None, number))
            line.outcome = Outcome.SAME

    def _known(self, line: Line, person: Person, about: "About") -> None:
        about.tell(line, person)
        line.is_them, home = True, about.homes.get(person.pk)
        if person.name_hash != line.name_hash:
            line.found.append(("other-name", None, None))
        if not self.is_mine(person.area_key):
            line.found.append(("elsewhere", None, None))
        elif line.mask & HOME and home and home.since and line.since and line.since < home.since:
            line.found.append(("older-home", None, None))

    def _candidate(self, line: Line, candidates) -> None:
        """Two of the same name and birthday with a number each are two people; a row or a person without one may be
        either."""
        for key, area_key, born_on, phone, number, door in candidates:
            if number and line.id_hash:
                continue
            code = ("same-birthday" if born_on and born_on == line.born_on
                    else "same-phone" if phone and phone == line.phone_hash
                    else "same-home" if door and door == (line.building, line.unit, line.room) else "")
            if code and self.is_mine(area_key):
                line.person_key = key
                line.found.append((code, None, None))
                return


class About:
    """Homes of today, permits and last changes (that changed anything) of people, by key."""

    def __init__(self, keys):
        homes = Residence.objects.filter(person__in=keys, until=None).select_related("dwelling__building")
        changes = Change.objects.filter(person__in=keys).exclude(act="confirm").order_by()
        self.homes = {home.person_id: home for home in homes} if keys else {}
        self.changes = dict(changes.values_list("person").annotate(Max("id"))) if keys else {}
        self.permits: dict[int, list[Permit]] = {}
        for permit in Permit.objects.filter(person__in=keys) if keys else ():
            self.permits.setdefault(permit.person_id, []).append(permit)

    def tell(self, line: Line, person: Person) -> None:
        """The line is of this person, or may be: what it would change."""
        line.person_key, line.seen_change = person.pk, self.changes.get(person.pk, 0)
        line.mask, line.pairs = compare(line, person, self.homes.get(person.pk), self.permits.get(person.pk, ()))


def _compare_candidates(lines: list[Line]) -> None:
    """What each row would change if it were the person that it may be."""
    keys = {line.person_key for line in lines if line.person_key and not line.is_them}
    if not keys:
        return
    people, about = {person.pk: person for person in Person.objects.filter(pk__in=keys)}, About(keys)
    for line in lines:
        if not line.is_them and line.person_key in people:
            about.tell(line, people[line.person_key])


def _conclude(line: Line) -> None:
    if line.outcome == Outcome.SAME:
        return
    if not line.found:
        line.outcome = _plain(line)
        return
    levels = {PROBLEMS[code].level: code for code, *_more in reversed(line.found)}
    if REFUSE in levels:
        line.outcome, line.asks = Outcome.REFUSED, levels[REFUSE]
    elif ASK in levels:
        line.outcome, line.asks = Outcome.SUSPICIOUS, levels[ASK]
    else:
        line.outcome = _plain(line)


def _plain(line: Line) -> str:
    if line.person_key is None:
        return Outcome.NEW
    return Outcome.CHANGED if line.mask else Outcome.SAME


def _by_number(hashes: list[str]) -> tuple[dict, "About"]:
    """The people of these numbers, by hash, and what is known about them."""
    found = _selected("SELECT id FROM residents_person "
                      "WHERE id_hash <> '' AND merged_into_id IS NULL AND id_hash {among}", hashes)
    if not found:
        return {}, About([])
    keys = [key for key, in found]
    return {person.id_hash: person for person in Person.objects.filter(pk__in=keys)}, About(keys)


def _candidates(lines: Iterable[Line]) -> dict[str, list[tuple]]:
    """Who has the name of a line, by its hash. Whoever has a number themselves is asked for only where a line has none:
    some hundred people share a frequent name, and nearly all of them have their number."""
    numbered, numberless = set(), set()
    for line in lines:
        (numbered if line.id_hash else numberless).add(line.name_hash)
    return _by_name(numbered - numberless, "AND p.id_hash = ''") | _by_name(numberless)


def _by_name(hashes: set[str], more: str = "") -> dict[str, list[tuple]]:
    rows = _selected(f"""
        SELECT p.name_hash, p.id, p.area_key, p.born_on, p.phone_hash, p.id_hash, b.name, d.unit, d.room
        FROM residents_person p
        LEFT JOIN residents_residence r ON r.person_id = p.id AND r.until IS NULL
        LEFT JOIN residents_dwelling d ON d.id = r.dwelling_id LEFT JOIN residents_building b ON b.id = d.building_id
        WHERE p.merged_into_id IS NULL {more} AND p.name_hash {{among}}""", [text for text in hashes if text])  # noqa: S608 (words of ours)
    found: dict[str, list[tuple]] = {}
    for name, key, area_key, born_on, phone, number, building, unit, room in rows:
        born_on = Person._meta.get_field("born_on").to_python(born_on)
        door = (building, unit, room) if building else None
        found.setdefault(name, []).append((key, area_key, born_on, phone, number, door))
    return found


def _selected(sql: str, values: list[str]) -> list[tuple]:
    """`{among}` becomes the values as one array, or as many parameters where the database has no arrays."""
    if not values:
        return []
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(sql.format(among="= ANY(%s)"), [values])
        else:
            cursor.execute(sql.format(among=f"IN ({', '.join(['%s'] * len(values))})"), values)
        return cursor.fetchall()
