"""What narrows any list of incidents, and of what rides on them: the fields are those of each list."""

from collections.abc import Callable
from datetime import timedelta

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import posts_for
from grids.models import Area
from grids.roles import Role
from shuangliu import search
from shuangliu.pages.forms import day_start

from .. import finding
from ..models import Category

ANY = ("", _("All"))


def _category_choices() -> list[tuple[str, str]]:
    return [ANY, *Category.objects.filter(parent=None).order_by("order", "code").values_list("code", "name")]


class MatterFilter(forms.Form):
    """A list names the `act` that opens it, the fields that come `from_the_box` above it alone, the `moment` that
    `start` and `end` are days of, the `tallies` that `count` may name, and how a `number` of its is written."""

    act: str
    from_the_box: tuple[str, ...]
    moment: str
    tallies: dict
    number_in: Callable[[str], str | None]

    def __init__(self, data, *, user):
        super().__init__(data)
        self.areas = [post.area for post in posts_for(user, self.act) if post.role != Role.DEPT_HANDLER]
        # Asked for when they are printed: a list that counts or answers the API prints none.
        self.fields["area"].widget.choices = self._area_choices
        self.fields["category"].widget.choices = _category_choices

    def _area_choices(self) -> list[tuple[str, str]]:
        below = Area.objects.filter(Q(parent__in=self.areas) | Q(pk__in=[area.pk for area in self.areas]))
        found = [(code, _("%(name)s (until %(day)s)") % {"name": name, "day": f"{ended:%F}"} if ended else name)
                 for code, name, ended in below.order_by("key").values_list("code", "name", "valid_to")]
        code = self.data.get("area", "").strip()
        if code and code not in dict(found) and (chosen := Area.objects.by_code(code)):
            found.append((code, chosen.name))
        return [ANY, *found]

    def clean_area(self) -> Area | None:
        code = self.cleaned_data["area"]
        area = Area.objects.by_code(code) if code else None
        if code and area is None:
            raise forms.ValidationError(_("There is no area with this code."))
        return area

    def clean_q(self) -> str:
        typed = self.cleaned_data["q"]
        if finding.is_private(typed):
            raise forms.ValidationError(finding.PRIVATE)
        if typed and not self.number_in(typed) and not search.is_enough(typed):
            raise forms.ValidationError(_("Please write at least two characters."))
        return typed

    def clean(self):
        start, end = self.cleaned_data.get("start"), self.cleaned_data.get("end")
        if start and end and end < start:
            self.add_error("end", _("The last day is not before the first."))

    @property
    def is_set(self) -> bool:
        return any(self.data.get(name) for name in self.fields)

    @property
    def is_narrowed(self) -> bool:
        """Whether the fields below the search box are in use."""
        return any(self.data.get(name) for name in self.fields if name not in self.from_the_box)

    @property
    def text(self) -> str:
        """The words to be searched for; a number is none."""
        self.is_valid()
        typed = self.cleaned_data.get("q", "")
        return "" if self.number_in(typed) else typed

    def with_words(self, rows: QuerySet, *, by_index: bool) -> QuerySet:
        """Those that hold the words. Without `by_index`, for few rows, they are compared and not looked up."""
        return (search.matching if by_index else search.containing)(rows, self.text) if self.text else rows

    def of_category(self, rows: QuerySet) -> QuerySet:
        """Those of the category, or of one of the kinds below it."""
        code = self.cleaned_data.get("category")
        return rows.filter(category__in=Category.objects.filter(Q(code=code) | Q(parent__code=code))) if code else rows

    def of_period(self, rows: QuerySet) -> QuerySet:
        """Those of the days, both included, by the moment of the list or that of the measure."""
        chosen, moment = self.cleaned_data, self.moment
        if tally := self.tallies.get(chosen.get("count")):
            moment = tally.moment
            rows = rows.filter(tally.rows, **{f"{moment}__isnull": False})
        if start := chosen.get("start"):
            rows = rows.filter(**{f"{moment}__gte": day_start(start)})
        if end := chosen.get("end"):
            rows = rows.filter(**{f"{moment}__lt": day_start(end + timedelta(days=1))})
        return rows
