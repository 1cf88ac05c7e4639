"""Who may do what to which matter: a person's posts of today, turned into one filter.

One rule serves list, detail, search, export, map, count, attachment and API.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q
from django.http import Http404
from django.utils.timezone import localdate

from .models import Post
from .roles import RIGHTS, Role

NOTHING = Q(pk__in=[])


def posts_of(user) -> list[Post]:
    """The posts `user` holds today, with area and department; read once per user object (per request)."""
    if not user.is_authenticated:
        return []
    held = getattr(user, "_posts_today", None)
    if held is None:
        # Without outlines: every request reads its posts, and a county's outline is long.
        held = list(Post.objects.filter(user=user).on(localdate()).select_related("area", "department")
                    .defer("area__outline"))
        user._posts_today = held
    return held


def posts_for(user, act: str) -> list[Post]:
    """The posts whose role may do `act`."""
    roles = RIGHTS[act]
    return [post for post in posts_of(user) if post.role in roles]


def holds(user, act: str) -> bool:
    """May `user` do `act` anywhere at all?"""
    return bool(posts_for(user, act))


def has_role(user, *roles: Role) -> bool:
    return any(post.role in roles for post in posts_of(user))


def covers(post: Post, key: int) -> bool:
    """Does the area of the post hold this key?"""
    return post.area.low <= key < post.area.high


def scope_q(user, act: str, field: str = "area_key") -> Q:
    """Filter for the areas in which `user` may do `act`; matches nothing when there is none."""
    posts = posts_for(user, act)
    return area_q([post.area for post in posts], field)


def area_q(areas, field: str = "area_key") -> Q:
    """Filter for matters inside any of `areas`; matches nothing for none."""
    scope = Q()
    for low, high in {(area.low, area.high) for area in areas}:
        scope |= Q(**{f"{field}__gte": low, f"{field}__lt": high})
    return scope or NOTHING


def may(user, act: str, matter: Model) -> bool:
    """May `user` do `act` to this matter? The matter may narrow what a post opens by `allows(act, post)`, and
    widen it for certain people by `grants(act, user)`: reporters see their own, wherever it lies."""
    narrower = getattr(matter, "allows", None)
    wider = getattr(matter, "grants", None)
    return (wider is not None and wider(act, user)) or any(
        covers(post, matter.area_key) and (narrower is None or narrower(act, post))
        for post in posts_for(user, act)
    )


def get_or_404(model: type[Model], pk, *, user, may: str, queryset=None):
    """The matter with this key. Http404 for a stranger (it does not exist for them); PermissionDenied for
    a reader who may see it but not do `may`. `queryset` replaces `model.objects` (say, to select related).
    """
    rows = model.objects if queryset is None else queryset
    try:
        matter = rows.visible_to(user).get(pk=pk)
    except (model.DoesNotExist, ValueError, OverflowError):
        raise Http404 from None
    if not _may(user, may, matter):
        raise PermissionDenied
    return matter


_may = may
