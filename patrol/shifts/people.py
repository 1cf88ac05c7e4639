"""Who may walk a shift: whoever holds a post for it in the town on that day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from django import forms
from django.utils.timezone import localdate

from grids.keys import span, truncate
from grids.models import Area, Post
from grids.roles import roles_with
from shuangliu.accounts.models import User


def posts_to_walk(area: Area, on: date):
    """The posts of those who may walk in the town of `area` (or in the county, for a county's)."""
    level = "county" if area.level == "county" else "town"
    low = truncate(area.key, level)
    return Post.objects.on(on).filter(role__in=roles_with("shift.walk"), area__key__gte=low,
                                      area__key__lt=low + span(level), user__is_active=True)


def served(people: Iterable[int], first: date, last: date) -> dict[int, list[tuple[date, date | None]]]:
    """By person: from when to when they held a post to walk, as far as it touches the days. One query."""
    found = defaultdict(list)
    posts = Post.objects.filter(user__in=people, role__in=roles_with("shift.walk"), valid_from__lte=last,
                                user__is_active=True).exclude(valid_to__lt=first)
    for user, *span_ in posts.values_list("user_id", "valid_from", "valid_to"):
        found[user].append(tuple(span_))
    return found


def serves(spans: list[tuple[date, date | None]], on: date) -> bool:
    return any(first <= on and (last is None or on <= last) for first, last in spans)


class _Serving:
    """Those of a town, grouped by where their post lies: `serve` before the form is asked anything."""

    def serve(self, area: Area, at: datetime | None = None, *, without=None):
        posts = posts_to_walk(area, localdate(at)).exclude(user=without).select_related("user", "area").defer(
            "area__outline").order_by("area__key", "role", "user__name")
        groups, seen = defaultdict(list), set()
        for post in posts:
            if post.user_id not in seen:
                seen.add(post.user_id)
                groups[post.area.name].append((post.user_id, f"{post.user} · {post.get_role_display()}"))
        self.queryset = User.objects.filter(pk__in=seen)
        self.choices = [*self.first, *groups.items()]


class PersonField(_Serving, forms.ModelChoiceField):
    first = [("", "—")]

    def __init__(self, **kwargs):
        super().__init__(User.objects.none(), widget=forms.Select({"data-behaviour": "find"}), **kwargs)


class PeopleField(_Serving, forms.ModelMultipleChoiceField):
    first = []

    def __init__(self, **kwargs):
        super().__init__(User.objects.none(), widget=forms.SelectMultiple({"data-behaviour": "find", "size": 8}),
                         **kwargs)
