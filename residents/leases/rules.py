"""What may be let and for how many, which papers are asked, and what a self-check looks at: all as data.

Kitchen, bathroom, balcony, corridor, storage, basement and garage are not let for living (住房租赁条例 2025;
商品房屋租赁管理办法 art. 8); illegal, unsafe and untitled housing is not registered (domain.md §5.5).
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _


class Use(TextChoices):
    """What it is let for (GB/T 31000-2015 table 53)."""

    DORMITORY = "01", _("Dormitory")
    HOME = "02", _("Home to live in")
    SHOP = "03", _("Shop")
    OFFICE = "04", _("Office")
    STORAGE = "05", _("Storehouse")
    FACTORY = "06", _("Workshop")
    OTHER = "99", _("Other letting")


LIVED_IN = frozenset({Use.HOME, Use.DORMITORY})


class Space(TextChoices):
    """Which part of the dwelling is let."""

    WHOLE = "whole", _("The whole dwelling")
    BEDROOM = "bedroom", _("A bedroom")
    LIVING_ROOM = "living_room", _("The living room")
    KITCHEN = "kitchen", _("Kitchen")
    BATHROOM = "bathroom", _("Bathroom")
    BALCONY = "balcony", _("Balcony")
    CORRIDOR = "corridor", _("Corridor")
    STORE = "store", _("Store room")
    BASEMENT = "basement", _("Basement")
    GARAGE = "garage", _("Garage")


TO_LIVE_IN = frozenset({Space.WHOLE, Space.BEDROOM, Space.LIVING_ROOM})


class Refusal(TextChoices):
    """Why a lease is not registered."""

    ILLEGAL = "illegal", _("Illegally built")
    UNSAFE = "unsafe", _("Not safe")
    NOT_LIVING = "not_living", _("No space to live in")
    NO_TITLE = "no_title", _("No title, or no right to let")
    CROWDED = "crowded", _("Too many people for the space")
    FALSE_DATA = "false", _("Papers or data are not true")
    INCOMPLETE = "incomplete", _("Papers are still missing after they were asked for")


class Paper(TextChoices):
    """What is to be shown (商品房屋租赁管理办法 art. 15)."""

    CONTRACT = "contract", _("The lease")
    LANDLORD_ID = "landlord_id", _("ID of the landlord")
    TENANT_ID = "tenant_id", _("ID of each tenant")
    TITLE = "title", _("Title, or what shows the right to let")


@dataclass(frozen=True)
class Item:
    """One line of the safety self-check, and the category of the incident that a "no" opens."""

    code: str
    subject: Any
    question: Any
    category: str


FIRE, GAS, POWER, LIVING = _("Fire"), _("Gas"), _("Electricity"), _("Living together")
RENTED = "E13"  # 出租房屋隐患
PARTITION = "E13-02"  # 违规隔断
ITEMS: tuple[Item, ...] = (
    Item("escape", FIRE, _("Is the way out free, and do windows open without bars that cannot be opened?"), RENTED),
    Item("extinguisher", FIRE, _("Is there an extinguisher or a smoke alarm that works?"), RENTED),
    Item("charging", FIRE, _("Is no e-bike parked or charged indoors, or on stairs?"), RENTED),
    Item("gas_hose", GAS, _("Is the gas hose whole, and not older than it may be?"), RENTED),
    Item("gas_vent", GAS, _("Does the water heater blow its fumes out of doors, and does nobody sleep beside it?"),
         RENTED),
    Item("wiring", POWER, _("Is no wire bare or laid by laymen, and does the residual current device trip?"), RENTED),
    Item("load", POWER, _("Do big appliances have sockets of their own?"), RENTED),
    Item("partition", LIVING, _("Are all rooms as they were built, without partitions that burn?"), PARTITION),
)
ITEM_OF = {item.code: item for item in ITEMS}


@dataclass(frozen=True)
class Room:
    """How many people may live in how much (each city sets both; 住房租赁条例)."""

    per_person: Decimal = Decimal("5")  # m² of floor
    per_room: int = 2  # people in a room, unless they are one family


def fault_of_space(use: str, space: str) -> str:
    """Why this part may not be let for this use; "" where it may."""
    if use in LIVED_IN and space not in TO_LIVE_IN:
        return _now("“%(space)s” must not be let to live in.") % {"space": Space(space).label}
    return ""


def fault_of_number(use: str, people: int, floor_area: Decimal | None, rooms: int, is_family: bool,
                    room: Room) -> str:
    """Why so many may not live in so much; "" where they may, or where it is not let to live in."""
    if use not in LIVED_IN:
        return ""
    if floor_area is not None and floor_area < people * room.per_person:
        return _now("%(area)s m² are enough for %(most)d people: each needs %(each)s m².") % {
            "area": plain(floor_area), "most": floor_area // room.per_person, "each": plain(room.per_person)}
    if not is_family and people > rooms * room.per_room:
        return _now("No more than %(most)d people a room, unless they are one family.") % {"most": room.per_room}
    return ""


def plain(number: Decimal) -> str:
    """12.50 as 12.5, 10 as 10."""
    return f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"
