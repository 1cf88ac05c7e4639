"""/public/guide/: what the knowledge base answers in public (服务指南)."""

from django.http import Http404
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from hotline.knowledge import finding
from hotline.models import Article
from shuangliu.pages.access import ANYONE, allows

MOST_FOUND, MOST_LISTED = 20, 200


@require_safe
@allows(ANYONE)
def guide(request):
    """`?q=<words>` finds; without words the questions stand by what they are about, those asked most first."""
    words, today = request.GET.get("q", "").strip()[:100], localdate()
    public = Article.objects.public(today)
    if words:
        found = finding.find(words, today=today, limit=MOST_FOUND, among=public)
    else:
        found = list(public.select_related("category", "owner").order_by("-used_in_year", "-pk")[:MOST_LISTED])
    return render(request, "hotline/portal/guide.html", {"found": found, "words": words})


@require_safe
@allows(ANYONE)
def article(request, code):
    """One question and its answer; 404 for what is not, or no longer, public."""
    found = Article.objects.public(localdate()).select_related("owner").filter(code=code).first()
    if found is None:
        raise Http404
    return render(request, "hotline/portal/article.html", {"article": found})
