"""Reading courtyards. `Courtyard.objects.visible_to(user)` is the one rule of list, board, map, money, page, photo,
export and API."""

from django.db import models
from django.db.models import F, Q, Window
from django.db.models.functions import RowNumber

from grids.jurisdiction import posts_for
from grids.models import Area
from grids.roles import Role

from .states import State, Turn

DESKS = {Role.WORKSTATION: (Turn.STATION,), Role.SUBCENTER: (Turn.TOWN,), Role.COUNTY_DISPATCH: (Turn.COUNTY,),
         Role.COUNTY_SUPERVISOR: (Turn.COUNTY,)}


class CourtyardQuerySet(models.QuerySet):
    def visible_to(self, user, act: str = "courtyard.view"):
        """Those of the areas that the user serves, by the key of their level, as the indexes are."""
        seen = Q()
        for area in {post.area for post in posts_for(user, act)}:
            seen |= Q(**{f"{area.level}_key": area.key})
        return self.filter(seen) if seen else self.none()

    def waiting_for(self, user):
        """It is the turn of one of the desks of `user`."""
        mine = Q()
        for post in posts_for(user, "courtyard.view"):
            for turn in DESKS.get(post.role, ()):
                mine |= Q(**{f"{post.area.level}_key": post.area.key}, turn=turn)
        return self.filter(mine) if mine else self.none()

    def existing(self):
        return self.exclude(state=State.GONE)

    def for_list(self):
        """With the name that a row prints."""
        return self.prefetch_related(models.Prefetch("area", Area.objects.only("code", "name", "key", "level")))

    for_queue = for_list

    def for_detail(self):
        return self.select_related("area", "entered_by").defer("area__outline")

    def first_of_each_state(self, most: int):
        """The first few of each state, due first, by one query."""
        place = Window(RowNumber(), partition_by="state", order_by=[F("due_at").asc(nulls_last=True), F("id").desc()])
        return self.annotate(place=place).filter(place__lte=most).order_by("state", "place")
