"""Rules tried on the past: which ones, on how many days, and the matters of those days."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from shuangliu.pages import keyset

DAYS = (7, 30, 90)


class TryForm(forms.Form):
    """`rules`: those in force, with the drafts, or a single one by its code; of `known`, which are valid today."""

    IN_FORCE, WITH_DRAFTS = "in-force", "drafts"

    rules = forms.ChoiceField(label=_("Try"))
    days = forms.TypedChoiceField(label=_("On what came in"), coerce=int,
                                  choices=[(days, _("the last %(n)d days") % {"n": days}) for days in DAYS])

    def __init__(self, data, *, known):
        super().__init__(data)
        self.known = known
        self.fields["rules"].choices = [
            (self.IN_FORCE, _("the rules in force")), (self.WITH_DRAFTS, _("the rules in force and the drafts")),
            (_("One rule alone"), [(rule.code, str(rule)) for rule in self.known]),
        ]

    def chosen(self) -> list:
        wanted = self.cleaned_data["rules"]
        if wanted == self.WITH_DRAFTS:
            return list(self.known)
        if wanted == self.IN_FORCE:
            return [rule for rule in self.known if not rule.is_draft]
        return [rule for rule in self.known if rule.code == wanted]

    def since(self, at: datetime) -> datetime:
        return at - timedelta(days=self.cleaned_data["days"])


class Recent:
    """Matters since a moment, newest first along the primary key: history is not scanned. `looked_at` counts them,
    `is_cut` says that there are more than `most`."""

    def __init__(self, rows, moment: str, since: datetime, *, most: int = 2000, chunk: int = 500):
        self.rows, self.moment, self.since, self.most, self.chunk = rows, moment, since, most, chunk
        self.looked_at, self.is_cut = 0, False

    def chunks(self) -> Iterator[list[Any]]:
        after = None
        while self.looked_at < self.most:
            size = min(self.chunk, self.most - self.looked_at)
            page = keyset.page(self.rows, order=("-id",), after=after, size=size)
            recent = [row for row in page.rows if getattr(row, self.moment) >= self.since]
            self.looked_at += len(recent)
            yield recent
            after = page.next_cursor
            if after is None or len(recent) < len(page.rows):
                return
        self.is_cut = True
