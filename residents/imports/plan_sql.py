"""The statements by which checked rows come into the register: a few for a whole file, the same on both databases but
for words. Rows are encrypted and hashed already: nothing is read into the program.
"""
# ruff: noqa: S608  (made of names of ours; what comes from a file is a parameter, or in the table already)

from django.db import connection

from .comparing import BITS, FIELDS, HOME, PERMIT

WORDS = {
    "postgresql": {
        "temp": "CREATE TEMP TABLE {name} ON COMMIT DROP AS", "key": "nextval('residents_person_id_seq')", "order": "",
        "uuid": "gen_random_uuid()", "true": "true", "false": "false",
        "until": "GREATEST(COALESCE(p.since, %(today)s::date) - 1, residents_residence.since)",
        "lock": "FOR UPDATE", "at_once": "SET CONSTRAINTS ALL IMMEDIATE",
    },
    "sqlite": {
        "temp": "CREATE TEMP TABLE {name} AS",
        "key": "(SELECT max(coalesce(max(id), 0), coalesce((SELECT seq FROM sqlite_sequence WHERE name = "
               "'residents_person'), 0)) FROM residents_person) + row_number() OVER (ORDER BY r.number)",
        "order": "", "uuid": "lower(hex(randomblob(16)))", "true": "1", "false": "0",
        "until": "max(date(coalesce(p.since, %(today)s), '-1 day'), coalesce(residents_residence.since, '0001-01-01'))",
        "lock": "", "at_once": "SELECT 1",
    },
}
TODO = """r.batch_id = %(batch)s AND (r.outcome IN ('new', 'changed')
    OR (r.outcome = 'suspicious' AND r.decision IN ('take', 'them', 'card')))"""
NEW = f"{TODO} AND NOT r.is_twin AND NOT r.is_them AND r.decision <> 'them'"
KNOWN = f"{TODO} AND NOT r.is_twin AND (r.is_them OR r.decision = 'them')"
DOOR = """JOIN residents_building b ON b.community_key = r.area_key - r.area_key %% 1000000 AND b.name = r.building
    JOIN residents_dwelling d ON d.building_id = b.id AND d.unit = r.unit AND d.room = r.room"""
WRITTEN = [*FIELDS, "name_hash", "id_hash", "number_as_shown", "phone_hash", "other_phone_hash"]
FOLLOWS = {"name_hash": "name", "id_hash": "id_number", "number_as_shown": "id_number", "phone_hash": "phone",
           "other_phone_hash": "other_phone"}

# Whether all that is referred to is there: after each statement, so that the server does not remember millions of rows
# until the end.
AT_ONCE = "{at_once}"
# The register is not as it was when the rows were checked.
STALE = f"""
    SELECT count(*) FROM residents_row r LEFT JOIN residents_person p ON p.id = r.person_key
    WHERE {KNOWN} AND (p.id IS NULL OR p.merged_into_id IS NOT NULL OR r.seen_change <> coalesce(
        (SELECT max(c.id) FROM residents_change c WHERE c.person_id = r.person_key AND c.act <> 'confirm'), 0))"""
STALE_NEW = f"""
    SELECT count(*) FROM residents_row r JOIN residents_person p ON p.name_hash = r.name_hash
    WHERE {NEW} AND p.id > %(person_mark)s AND p.merged_into_id IS NULL AND (
        (p.id_hash = r.id_hash AND r.id_hash <> '') OR ((p.id_hash = '' OR r.id_hash = '') AND (
            p.born_on = r.born_on OR (p.phone_hash = r.phone_hash AND r.phone_hash <> ''))))"""

BUILDINGS = f"""
    INSERT INTO residents_building (area_id, area_key, name, address, use)
    SELECT a.id, a.key, x.building, '', '01' FROM (
        SELECT max(r.area_key) AS area_key, r.building FROM residents_row r WHERE {TODO}
        GROUP BY r.area_key - r.area_key %% 1000000, r.building) x
    JOIN grids_area a ON a.key = x.area_key
    WHERE NOT EXISTS (SELECT 1 FROM residents_building b
                      WHERE b.community_key = x.area_key - x.area_key %% 1000000 AND b.name = x.building)
    ON CONFLICT DO NOTHING"""
DWELLINGS = f"""
    INSERT INTO residents_dwelling (building_id, area_key, unit, room, code, use, standing, created_at, created_by_id)
    SELECT x.id, x.area_key, x.unit, x.room, '', '01', 'lived_in', %(at)s, %(by)s FROM (
        SELECT DISTINCT b.id, b.area_key, r.unit, r.room FROM residents_row r
        JOIN residents_building b ON b.community_key = r.area_key - r.area_key %% 1000000 AND b.name = r.building
        WHERE {TODO}) x
    WHERE NOT EXISTS (SELECT 1 FROM residents_dwelling d
                      WHERE d.building_id = x.id AND d.unit = x.unit AND d.room = x.room)
    ON CONFLICT DO NOTHING"""
DWELLING_CHANGES = """
    INSERT INTO residents_change (dwelling_id, act, source, "values", note, batch_id, by_id, at)
    SELECT id, 'import', 'import', '', '', %(batch)s, %(by)s, %(at)s FROM residents_dwelling
    WHERE id > %(dwelling_mark)s AND created_at = %(at)s AND created_by_id = %(by)s"""

PLAN = f"""
    {{temp}} SELECT {{key}} AS person_id, r.id AS row_id, d.id AS dwelling_id, d.area_key, r.kind, r.tenure, r.reason,
        r.since, r.register_number, r.relation
    FROM residents_row r {DOOR} WHERE {NEW}"""
PEOPLE = f"""
    INSERT INTO residents_person (id, uuid, {', '.join(WRITTEN)}, is_number_confirmed, area_key, confirmed_at,
                                  created_at, created_by_id)
    SELECT p.person_id, {{uuid}}, {', '.join(f'r.{name}' for name in WRITTEN)},
        CASE WHEN r.decision = 'card' AND r.found LIKE '%%check-digit%%' THEN {{true}} ELSE {{false}} END,
        p.area_key, %(at)s, %(at)s, %(by)s
    FROM import_new p JOIN residents_row r ON r.id = p.row_id
    ON CONFLICT DO NOTHING"""
RESIDENCES = """
    INSERT INTO residents_residence (person_id, dwelling_id, kind, tenure, reason, since, "left", created_by_id)
    SELECT p.person_id, p.dwelling_id, p.kind, p.tenure, p.reason, p.since, '', %(by)s FROM {plan} p WHERE {which}"""
CHANGES = """
    INSERT INTO residents_change (person_id, act, source, "values", note, batch_id, by_id, at)
    SELECT p.person_id, 'import', 'import', '', '', %(batch)s, %(by)s, %(at)s FROM import_new p"""
LIVED_IN = """
    UPDATE residents_dwelling SET standing = 'lived_in'
    WHERE standing <> 'lived_in' AND id IN (SELECT dwelling_id FROM {plan} p WHERE {which})"""
PERMITS = """
    INSERT INTO residents_permit (person_id, kind, permit_number, issued_on, expires_on)
    SELECT p.person_id, '01', r.permit_number, r.permit_issued_on, r.permit_expires_on
    FROM {plan} p JOIN residents_row r ON r.id = p.row_id
    WHERE {which} AND (r.permit_number <> '' OR r.permit_issued_on IS NOT NULL OR r.permit_expires_on IS NOT NULL)"""
HOUSEHOLDS = """
    INSERT INTO residents_household (area_key, register_number, dwelling_id)
    SELECT max(p.area_key), p.register_number, min(p.dwelling_id) FROM import_new p
    WHERE p.register_number <> '' AND p.relation <> ''
    GROUP BY p.area_key - p.area_key %% 1000000, p.register_number
    ON CONFLICT DO NOTHING"""
MEMBERS = """
    INSERT INTO residents_membership (household_id, person_id, relation)
    SELECT h.id, p.person_id, p.relation FROM import_new p
    JOIN residents_household h ON h.community_key = p.area_key - p.area_key %% 1000000
        AND h.register_number = p.register_number
    WHERE p.register_number <> '' AND p.relation <> '' ORDER BY p.row_id
    ON CONFLICT DO NOTHING"""

LOCKED = f"""
    SELECT p.id FROM residents_person p
    WHERE p.id IN (SELECT r.person_key FROM residents_row r WHERE {KNOWN}) ORDER BY p.id {{lock}}"""
PLAN_KNOWN = f"""
    {{temp}} SELECT r.person_key AS person_id, r.id AS row_id, d.id AS dwelling_id, d.area_key, r.kind, r.tenure,
        r.reason, r.since, r.mask, r.mask / {HOME} %% 2 AS moves, r.mask / {PERMIT} %% 2 AS permits
    FROM residents_row r {DOOR}
    WHERE r.id IN (SELECT min(r.id) FROM residents_row r WHERE {KNOWN} GROUP BY r.person_key)"""
CORRECTED = f"""
    UPDATE residents_person SET
    {", ".join(f"{name} = CASE WHEN r.mask / {BITS[FOLLOWS.get(name, name)]} %% 2 = 1 THEN r.{name} "
               f"ELSE residents_person.{name} END" for name in WRITTEN)},
    is_number_confirmed = CASE WHEN r.mask / {BITS['id_number']} %% 2 = 1
        THEN (CASE WHEN r.decision = 'card' AND r.found LIKE '%%check-digit%%' THEN {{true}} ELSE {{false}} END)
        ELSE residents_person.is_number_confirmed END,
    area_key = CASE WHEN p.moves = 1 THEN p.area_key ELSE residents_person.area_key END, confirmed_at = %(at)s
    FROM import_known p JOIN residents_row r ON r.id = p.row_id WHERE residents_person.id = p.person_id"""
ENDED = """
    UPDATE residents_residence SET until = {until}, "left" = 'moved' FROM import_known p
    WHERE residents_residence.person_id = p.person_id AND residents_residence.until IS NULL AND p.moves = 1"""
CHANGES_KNOWN = """
    INSERT INTO residents_change (person_id, act, source, "values", note, batch_id, by_id, at)
    SELECT p.person_id, 'import', 'import', r.pairs, '', %(batch)s, %(by)s, %(at)s
    FROM import_known p JOIN residents_row r ON r.id = p.row_id"""


class Statements:
    """Runs them with one set of parameters. Answers how many rows each wrote, or what it found."""

    def __init__(self, **params):
        self.words, self.params = WORDS[connection.vendor], params

    def run(self, sql: str, **more) -> int:
        with connection.cursor() as cursor:
            self._execute(cursor, sql, more)
            return max(cursor.rowcount, 0)

    def value(self, sql: str, **more):
        with connection.cursor() as cursor:
            self._execute(cursor, sql, more)
            return cursor.fetchone()[0]

    def make(self, name: str, sql: str) -> int:
        """A table for the time of the transaction; how many rows it has."""
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TABLE IF EXISTS {name}")
        self.run(sql, temp=self.words["temp"].format(name=name))
        return self.value(f"SELECT count(*) FROM {name}")

    def _execute(self, cursor, sql: str, more: dict) -> None:
        text = sql
        for word, meaning in (self.words | more).items():
            text = text.replace("{" + word + "}", meaning)
        cursor.execute(text, self._adapted())

    def _adapted(self) -> dict:
        adapt = connection.ops.adapt_datetimefield_value
        return {name: adapt(value) if hasattr(value, "hour") else value for name, value in self.params.items()}
