"""Which communities the demo county has, which of them are key ones, and how many grids each gets.

The report of 2014 counts 131 communities and villages, the list of July 2016 has 135. Which four came
in between is not known, so leaving four out is our choice, by a rule: serials inside a town are taken to be
given in order, so the highest are the youngest. 东明社区 (022 in 东升) was a pilot in spring 2014, so in
东升 only the serials above it can be younger: 023 一杆旗, 024 花月街, 025 丛桂. The fourth is the highest
urban serial elsewhere, 017 临江 in 西航港. Which communities are key ones and where the 350 + 741 grids lie
is our choice too; only the totals are known.
"""

import hashlib
import re
from collections import Counter

NEWEST_KNOWN_OF_2014 = {"510116001": 22}
LEFT_OUT = 4
PILOTS = {"五洞桥社区", "紫东阁社区", "东明社区"}
# Key communities (重点社区): the first of each town, more in the built-up towns, and the three pilots.
KEY_UP_TO_SERIAL = {"510116001": 13, "510116002": 7, "510116005": 3, "510116006": 2, "510116008": 2}
GRIDS = {"key": 350, "general": 741}
COLUMNS = ["code_2016", "code_2014", "name", "town", "kind", "grid_mode", "grids"]


def short_name(official: str) -> str:
    """棠湖社区居委会 -> 棠湖社区, 青云寺村村委会 -> 青云寺村."""
    return re.sub(r"(?<=社区)(居民委员会|居委会|委会)$|(?<=村)村委会$", "", official)


def serial(code: str) -> int:
    """The community's number in its town: 1-199 urban, from 200 on villages."""
    return int(code[9:12])


def left_out(codes: list[str]) -> set[str]:
    """The communities taken to be younger than the report."""
    urban = [code for code in codes if serial(code) < 200]
    younger = [code for code in urban if serial(code) > NEWEST_KNOWN_OF_2014.get(code[:9], 0)]
    return set(sorted(younger, key=lambda code: (-serial(code), code))[:LEFT_OUT])


def whim(text: str) -> float:
    """A number in [0, 1) that looks random and is the same on every machine."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:6]) / 2**48


def apportion(total: int, codes: list[str]) -> dict[str, int]:
    """Share `total` grids among communities, each near the average, by largest remainders."""
    weights = {code: 0.7 + 0.6 * whim(code) for code in codes}
    quota = {code: total * weight / sum(weights.values()) for code, weight in weights.items()}
    counts = Counter({code: int(share) for code, share in quota.items()})
    by_remainder = sorted(codes, key=lambda code: counts[code] - quota[code])
    counts.update(by_remainder[: total - counts.total()])
    return dict(counts)


def communities(listed: list[dict]) -> list[dict]:
    """The rows of `communities.csv` from the rows of the published list."""
    young = left_out([row["code_2016"] for row in listed])
    rows = [_row(row) for row in listed if row["code_2016"] not in young]
    grids = {}
    for mode, total in GRIDS.items():
        grids |= apportion(total, [row["code_2016"] for row in rows if row["grid_mode"] == mode])
    return [row | {"grids": grids[row["code_2016"]]} for row in rows]


def _row(listed: dict) -> dict:
    code, name = listed["code_2016"], short_name(listed["name"])
    is_key = serial(code) <= KEY_UP_TO_SERIAL.get(code[:9], 1) or name in PILOTS
    return {
        "code_2016": code,
        "code_2014": listed["code_as_of_2014_county_prefix"],
        "name": name,
        "town": code[:9],
        "kind": "village" if listed["kind"] == "村" else "urban",
        "grid_mode": "key" if is_key else "general",
    }
