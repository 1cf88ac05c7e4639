"""What the form of a call asks of the knowledge base, and says when an answer was taken from it."""

from django.http import JsonResponse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods, require_POST

from grids.jurisdiction import get_or_404
from shuangliu.pages.access import allows

from .. import actions, finding
from ..forms import CallForm
from ..models import Article


@require_http_methods(["GET", "POST"])
@allows("article.use")
def article_find(request):
    """`q` -> {"articles": [{id, url, title, excerpt, owner, valid_to, marks}]}, the best first; `marks` are the pieces
    of the question that stand in title, keywords or answer. A form asks by POST: what a caller says belongs into no
    log of addresses."""
    words = (request.POST if request.method == "POST" else request.GET).get("q", "")
    articles = finding.find(words, today=localdate(), among=Article.objects.visible_to(request.user))
    return JsonResponse({"articles": [
        {"id": found.article.pk, "url": found.article.get_absolute_url(), "title": found.article.title,
         "excerpt": found.excerpt, "owner": found.article.owner.name, "valid_to": found.article.valid_to,
         "marks": found.marks}
        for found in finding.explained(articles, words)]})


@require_POST
@allows("article.use")
def article_use(request, pk):
    """Counts it and gives the text to be inserted. `call` is the key (uuid) of the form of the call: in one call an
    article counts once, and the ticket that comes of the form is known to have used it."""
    article = get_or_404(Article, pk, user=request.user, may="article.use",
                         queryset=Article.objects.select_related("owner__area"))
    form = CallForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=422)
    try:
        actions.use(article, by=request.user, at=now(), call=form.cleaned_data["call"])
    except actions.ArticleMoved as refusal:
        return JsonResponse({"errors": {"article": [str(refusal)]}}, status=409)
    return JsonResponse({"id": article.pk, "title": article.title, "text": article.answer})
