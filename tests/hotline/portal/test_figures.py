"""Published figures: nothing below five, and no sum that tells it."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hotline.portal.suppression import FEWEST, is_told, suppressed, with_sums
from shuangliu import indicators

FIGURES = "/public/figures/"
FEBRUARY = date(2026, 2, 10)


def solvable(whole: dict, hidden: set) -> set:
    """What a patient reader works out: again and again, a line with one gap is filled in from the others."""
    open_cells, known = set(hidden), set()
    while True:
        lines = [[cell for cell in open_cells if cell[axis] == key]
                 for axis in (0, 1) for key in {cell[axis] for cell in whole}]
        alone = {line[0] for line in lines if len(line) == 1}
        if not alone:
            return known
        known |= alone
        open_cells -= alone


@given(st.dictionaries(st.tuples(st.integers(1, 5), st.integers(1, 5)), st.integers(0, 30), max_size=25))
def test_nobody_works_out_what_is_left_out(cells):
    whole = with_sums({(row, column): cells.get((row, column), 0) for row in range(1, 6) for column in range(1, 6)})
    hidden = suppressed(whole)
    assert all(cell in hidden for cell, number in whole.items() if 0 < number < FEWEST)
    assert not solvable(whole, hidden) or hidden == set(whole)
    assert not any(is_told(cell, hidden) for cell in hidden)


def test_one_small_number_takes_three_with_it_and_no_more():
    whole = with_sums({(row, column): 10 for row in "abc" for column in "xyz"} | {("a", "x"): 3})
    assert len(suppressed(whole)) == 4


def test_a_table_of_large_numbers_is_shown_whole():
    assert not suppressed(with_sums({(row, column): 7 for row in "ab" for column in "xy"}))


@pytest.fixture
def counted(cast, now):
    for town, received, judged in (("510116001001", 12, 6), ("510116002001", 3, 2)):
        key = cast.areas[town].key
        for measure, amount in (("ticket.received", received), ("ticket.due", received), ("ticket.judged", judged),
                                ("ticket.on_time", received - 2), ("ticket.satisfied", judged - 1)):
            indicators.add(measure, key, FEBRUARY, amount)
        indicators.add("ticket.received", key, date(2026, 3, 10), 99)  # the running month


def test_by_town_and_month_from_the_rollups(counted, client):
    page = client.get(FIGURES, {"format": "csv"})
    lines = list(csv.reader(io.StringIO(b"".join(page.streaming_content).decode("utf-8-sig"))))
    february = {line[0]: line[2:] for line in lines if line[1] == "2026-02"}
    assert february["西航港街道"] == ["<5", "–", "–"]
    assert february["东升街道"][1:] == ["83 %", "83 %"]
    assert february["东升街道"][0] == "<5"  # with the sum it would tell the other town's
    assert "99" not in str(lines)


def test_the_page_says_as_of_when(counted, client):
    page = client.get(FIGURES).content.decode()
    assert "2026-02-28" in page
