"""Who holds a post in my area, what they have, and handing it over."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from shuangliu.pages import keyset, unsent
from shuangliu.pages.access import allows

from .. import handover
from ..jurisdiction import get_or_404, may
from ..models import Post
from . import actions
from .forms import HandOverForm
from .models import Succession

ORDER = ("at_key", "id")


@require_safe
@allows("post.view")
def post_list(request):
    """`?q=` part of a name; the posts of today, from the top of the tree to its grids."""
    wanted = request.GET.get("q", "").strip()
    posts = Post.objects.visible_to(request.user).on(localdate()).with_area_key()
    if wanted:
        posts = posts.filter(user__name__contains=wanted)
    rows = posts.select_related("user", "area", "department").defer("area__outline")
    page = keyset.page(rows, order=ORDER, after=request.GET.get("after"))
    return render(request, "grids/post_list.html", {"page": page, "q": wanted})


@require_safe
@allows("post.view")
def post_detail(request, pk):
    """What the holder has, and who has taken over."""
    post = _post_or_404(request, pk, "post.view")
    return render(request, "grids/post_detail.html", {
        "post": post, "held": _held(post),
        "succession": Succession.objects.filter(from_post=post).select_related("to_post__user", "decided_by").first(),
        "may_hand_over": post.valid_to is None and may(request.user, "post.hand-over", post),
    })


@require_http_methods(["GET", "POST"])
@allows("post.hand-over")
def post_hand_over(request, pk):
    post = _post_or_404(request, pk, "post.hand-over")
    if post.valid_to is not None:
        raise actions.PostMoved(_("This post has ended or been handed over meanwhile."), matter=post)
    form = HandOverForm(unsent.typed(request), post=post, by=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            succession = actions.hand_over(post, by=request.user, at=now(), **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            said = _("Handed over. Open matters passed on: %(n)d.") if succession.done_at else _(
                "Decided. The open matters pass on that day.")
            messages.success(request, said % {"n": succession.passed} if succession.done_at else said)
            return redirect(post)
    return render(request, "grids/post_hand_over.html", {"post": post, "form": form, "held": _held(post)},
                  status=422 if request.method == "POST" else 200)


def _post_or_404(request, pk, act: str) -> Post:
    rows = Post.objects.select_related("user", "area", "department").defer("area__outline")
    return get_or_404(Post, pk, user=request.user, may=act, queryset=rows)


def _held(post: Post) -> list[tuple]:
    return [(business.label, business.held_by(post)) for business in handover.businesses.values()]
