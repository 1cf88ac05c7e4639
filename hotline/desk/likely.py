"""Which category the words of a caller belong to: read from the names of the categories and from how tickets in like
words were filed. The same words give the same answer, and each answer says where it comes from."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _

from incidents.models import Category
from shuangliu import search

from ..models import Ticket

LOOK = 400  # the newest tickets: what the season brings
LEAST = 0.12  # of all pairs shared; below that likeness is chance
NAMED = 0.3  # of the pairs of a category's own name: one of three
MOST = 3
USUAL = 6


@dataclass(frozen=True)
class Likely:
    """A category, and why: "as in RX00000012", or that its name was said."""

    code: str
    name: str
    reason: str


def likely(user, text: str) -> list[Likely]:
    """At most three, the likeliest first; none for words that are like nothing."""
    if len(text.strip()) < 4:
        return []
    usable = {category.pk: category for category in Category.objects.reportable()}
    scores: dict[int, tuple[float, str]] = {}
    for pk, score, reason in (*_by_name(text, usable), *_by_tickets(user, text)):
        if pk in usable and score > scores.get(pk, (0, ""))[0]:
            scores[pk] = (score, reason)
    ranked = sorted(scores.items(), key=lambda item: (-item[1][0], usable[item[0]].code))[:MOST]
    return [Likely(usable[pk].code, usable[pk].name, reason) for pk, (_score, reason) in ranked]


def usual(user) -> list[Category]:
    """The categories that were chosen most lately, the most frequent first."""
    chosen = Counter(Ticket.objects.of_county(user).exclude(category=None).order_by("-id")
                     .values_list("category", flat=True)[:LOOK])
    usable = {category.pk: category for category in Category.objects.reportable().filter(pk__in=chosen)}
    return [usable[pk] for pk, _times in chosen.most_common() if pk in usable][:USUAL]


def _by_name(text: str, usable: dict[int, Category]):
    said = search.bigrams(text)
    for pk, category in usable.items():
        pairs = search.bigrams(category.name)
        share = len(pairs & said) / len(pairs) if pairs else 0
        if share >= NAMED:
            yield pk, share / 2, _("its name was said")


def _by_tickets(user, text: str):
    newest = (Ticket.objects.of_county(user).exclude(category=None).exclude(state="invalid").order_by("-id")
              .values_list("pk", "category_id", "content")[:LOOK])
    for pk, category, content in newest:
        score = search.likeness(text, content)
        if score >= LEAST:
            yield category, score, _("as in %(number)s") % {"number": Ticket(pk=pk).number}
