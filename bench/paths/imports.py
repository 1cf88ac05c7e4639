"""A table of the population into the register, beside COPY of the same rows into the same tables with their indexes.

From the csv to the end of the transaction: reading, checking, comparing, hashing, encryption, staging, and the way of
the staged rows into people, homes and their history. What it wrote is then copied out, deleted, and copied in again:
the floor.
"""

import os
import random
import tempfile
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count, cycle, islice, pairwise
from pathlib import Path
from time import perf_counter

from django.db import connection, transaction
from django.test import override_settings

from grids.models import Area, Level, Post
from grids.roles import Role
from residents.imports import carrying, checking, uploading
from residents.imports.encoding import Encoder
from residents.imports.lines import Line
from residents.imports.matching import Matcher
from residents.models import Change, Dwelling, Likeness, Person, Residence
from residents.register import duplicates
from residents.register.models import Basis
from shuangliu.accounts.models import User
from shuangliu.demo.world import World
from shuangliu.privacy.id_number import check_digit

from ..floors import recorded, replay
from ..measure import Case, Result, measure
from .people import browser, get

FLOOR = [Dwelling, Person, Residence, Change]  # buildings are few
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国永红志文慧婷宇浩然欣怡"
PART, PAIRS = 2000, 5000
DUPLICATES = "/residents/duplicates/"


def imports(world: World) -> Iterator[Case | Result]:
    """BENCH_PEOPLE people, 100,000 unless told."""
    rows = int(os.environ.get("BENCH_PEOPLE", "100000"))
    area, by = _registrar(world)
    with tempfile.TemporaryDirectory() as folder, override_settings(MEDIA_ROOT=folder):
        path = Path(folder, "population.csv")
        _write(path, rows, area.name)
        before = _memory()
        with open(path, "rb") as file:
            batch = uploading.upload(file, by=by, at=world.at, uuid=uuid.uuid4(), area=area, name=path.name)
        uploading.map_columns(batch, by=by, at=world.at, columns=batch.columns, filled=batch.filled, kind=batch.kind)
        looked = _timed(lambda: checking.check(batch, at=world.at))
        batch.refresh_from_db()
        carrying.carry_out(batch, by=by, at=world.at + timedelta(minutes=1))
        carried = _timed(lambda: carrying.do_carry(batch))
        if batch.result["new"] != rows:
            raise RuntimeError(f"{batch.result} of {rows}")
        yield Result.of("import-memory", _memory(), before, "MB", rows)
        floor = _copied(FLOOR)
        alone = _copied([Residence, Change, Person], timed=Person)
        yield Result.of("import", looked + carried, floor, "s", rows)
        yield Result.of("import-beside-people-alone", looked + carried, alone, "s", rows)
        yield Result.of("import-check", looked, floor, "s", rows)
        yield Result.of("import-carry-out", carried, floor, "s", rows)
    yield from _lookups(rows, by, world.at)


def _lookups(people: int, by: User, at: datetime) -> Iterator[Result]:
    """Finding one of them, beside the row by its key; and what looking for doubles costs, beside its SQL alone."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE residents_person, residents_residence, residents_dwelling, residents_building")
    some = list(Person.objects.exclude(phone_hash="").exclude(other_phone_hash="").order_by("?")[:50])
    draw = random.Random(7)  # noqa: S311
    ask = {"phone": lambda: Person.objects.with_phone(draw.choice(some).phone),
           "other-phone": lambda: Person.objects.with_phone(draw.choice(some).other_phone),
           "number": lambda: Person.objects.numbered(draw.choice(some).id_number)}
    for name, rows in ask.items():
        yield measure(Case(f"person-by-{name}", lambda rows=rows: list(rows().standing()),
                           lambda: list(Person.objects.filter(pk=draw.choice(some).pk))), people)
    for name, number in (("", "51019920000101{:06d}"), ("-without-number", "")):
        pile = _lines(number)
        yield measure(Case(f"import-match-{PART}{name}",
                           lambda pile=pile: Matcher(lambda _key: True).match(list(islice(pile, PART))),
                           lambda: list(Person.objects.filter(pk=draw.choice(some).pk))), people)
    yield from _doubles(people, some, by, at)


def _doubles(people: int, some: list[Person], by: User, at: datetime) -> Iterator[Result]:
    """What entering one costs more for being looked for, and the page of what was found."""
    statements = [recorded(lambda person=person: duplicates.look(person, at=at)) for person in some]
    turn, floor = cycle(some), cycle(statements)
    yield measure(Case("duplicates-of-one", lambda: duplicates.look(next(turn), at=at),
                       transaction.atomic(lambda: replay(next(floor)))), people)
    Likeness.objects.bulk_create([
        Likeness(one_id=key, other_id=other, basis=Basis.NAME, found_at=at, area_key=by.posts.get().area.key)
        for key, other in pairwise(Person.objects.order_by("id").values_list("id", flat=True)[:PAIRS])])
    client = browser(by.username)
    statements = recorded(lambda: get(client, DUPLICATES))
    yield measure(Case("duplicates-page", lambda: get(client, DUPLICATES), lambda: replay(statements)), people)


def _lines(numbered: str) -> Iterator[Line]:
    """People of usual names, whom the register does not know by their number, or who have none."""
    encode = Encoder()
    for number in count():
        line = Line(number)
        line.name, line.phone = _name(number), f"139{number:08d}"
        line.id_number = numbered.format(number)
        line.building, line.kind = "棠湖小区1栋", "registered"
        yield encode(line)


def _registrar(world: World) -> tuple[Area, User]:
    area = Area.objects.filter(level=Level.COMMUNITY).order_by("key").first()
    by = User.objects.create(username=f"bench-{uuid.uuid4().hex[:8]}", name="登记员", must_change_password=False)
    Post.objects.create(user=by, role=Role.REGISTRAR, area=area, valid_from="2010-01-01")
    return area, by


def _name(number: int) -> str:
    draw = random.Random(number)  # noqa: S311
    return draw.choice(SURNAMES) + "".join(draw.choice(GIVEN) for _ in range(draw.choice((1, 2, 2))))


def _write(path: Path, rows: int, community: str) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write("姓名,公民身份号码,联系方式,其他电话,社区,现住详址,服务处所\n")
        for number in range(rows):
            year, month, day = 1940 + number % 70, 1 + number // 70 % 12, 1 + number // 840 % 28
            place, serial = 510199 - number // 2_352_000, 101 + number // 23520 % 99
            first17 = f"{place}{year}{month:02}{day:02}{serial:03}"
            home, other = number // 3, f"028{81_000_000 + number}" if number % 5 == 0 else ""
            door = f"{home // 60 + 1}栋{home // 30 % 2 + 1}单元{home // 5 % 6 + 1}0{home % 5 + 1}"
            file.write(f"{_name(number)},{first17}{check_digit(first17)},138{number:08d},{other},{community},棠湖小区{door},"
                       "双流机械厂\n")


def _copied(models: list, *, timed=None) -> float:
    """Seconds for COPY of all rows of these tables, or of one, into the tables with their indexes and checks."""
    with transaction.atomic(), connection.cursor() as cursor:
        seconds, texts = 0.0, {}
        for model in models:
            names = [field.column for field in model._meta.local_fields if not field.generated]
            columns = ", ".join(f'"{name}"' for name in names)
            texts[model] = columns, tempfile.TemporaryFile()  # noqa: SIM115
            cursor.copy_expert(f"COPY {model._meta.db_table} ({columns}) TO STDOUT", texts[model][1])
        tables = ", ".join(model._meta.db_table for model in models)
        cursor.execute(f"TRUNCATE {tables} CASCADE")
        for model in sorted(models, key=FLOOR.index):
            columns, file = texts[model]
            file.seek(0)
            began = perf_counter()
            cursor.copy_expert(f"COPY {model._meta.db_table} ({columns}) FROM STDIN", file)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            if timed in {None, model}:
                seconds += perf_counter() - began
            file.close()
        transaction.set_rollback(True)
    return seconds


def _timed(call) -> float:
    began = perf_counter()
    call()
    return perf_counter() - began


def _memory() -> float:
    """The most this process ever held, in MB."""
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1024
