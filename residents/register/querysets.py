"""Reading possible duplicates."""

from django.db import models

from grids.jurisdiction import scope_q


class LikenessQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Pairs of which `user` keeps both: the smallest area in which both live lies in theirs."""
        return self.filter(scope_q(user, "person.merge"))

    def elsewhere(self, user):
        """Pairs of which `user` keeps one alone, while the other lives in another community."""
        mine = scope_q(user, "person.merge")
        one, other = (scope_q(user, "person.merge", name) for name in ("one_key", "other_key"))
        return self.filter(one | other, state="open").exclude(mine)

    def open(self):
        """To be decided, while both still stand for themselves."""
        return self.filter(state="open", one__merged_into=None, other__merged_into=None)

    def of(self, person):
        return self.filter(models.Q(one=person) | models.Q(other=person))
