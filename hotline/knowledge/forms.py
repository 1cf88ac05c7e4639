"""What is typed about articles and gaps."""

from datetime import timedelta

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from grids.jurisdiction import posts_for
from grids.keys import span, truncate
from grids.models import Department, Level
from grids.roles import Role
from incidents.models import Category
from shuangliu.pages.forms import DayField

from .models import Article, Gap
from .reviews import USUAL

CHOOSE = ("", _("Please choose"))


def departments(user, act: str):
    """Those of which `user` may write `act`: of a handler the own, else all of the counties they serve in."""
    posts = posts_for(user, act)
    own = [post.department_id for post in posts if post.role == Role.DEPT_HANDLER]
    if len(own) == len(posts):
        return Department.objects.filter(pk__in=own, is_active=True)
    here = Q(pk__in=own)
    for key in {truncate(post.area.key, Level.COUNTY) for post in posts}:
        here |= Q(area__key__gte=key, area__key__lt=key + span(Level.COUNTY))
    return Department.objects.filter(here, is_active=True).order_by("area__key", "code")


def categories() -> list:
    """Those in use below their groups, as choices."""
    groups: dict[str, list] = {}
    for category in Category.objects.reportable():
        groups.setdefault(category.parent.name, []).append((category.pk, category.name))
    return [("", _("None")), *groups.items()]


class CallForm(forms.Form):
    call = forms.UUIDField(required=False)


class ArticleForm(forms.ModelForm):
    """`version` is the one that the editor saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Article
        fields = ["title", "answer", "keywords", "category", "owner", "valid_from", "valid_to", "review_on",
                  "is_public"]
        widgets = {"answer": forms.Textarea({"rows": 10})}
        help_texts = {"answer": _("As the agent reads it out. An empty line begins a paragraph; addresses of web pages "
                                  "become links.")}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("valid_from", "valid_to", "review_on"):
            self.fields[name] = DayField(label=self.fields[name].label, required=self.fields[name].required)
        known = departments(user, "article.edit" if self.instance.pk else "article.write")
        self.fields["owner"].queryset = known | Department.objects.filter(pk=self.instance.owner_id)
        self.fields["category"].choices = categories()
        self.initial.setdefault("version", self.instance.version)
        if not self.instance.pk:
            self.initial.setdefault("valid_from", localdate())
            self.initial.setdefault("review_on", localdate() + timedelta(days=USUAL))

    @property
    def content(self) -> dict:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class ReviewForm(forms.Form):
    review_on = DayField(label=_("Look at it again on"))

    def clean_review_on(self):
        day = self.cleaned_data["review_on"]
        if day <= localdate():
            raise forms.ValidationError(_("This day is over already."))
        return day


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=300, widget=forms.Textarea({"rows": 3}))


class ArticleFilter(forms.Form):
    """What the list is asked: `tab` is one of TABS."""

    TABS = [("current", _("Valid now")), ("draft", _("Drafts")), ("withdrawn", _("Withdrawn or over"))]

    q = forms.CharField(label=_("The question"), required=False, max_length=100,
                        widget=forms.TextInput({"type": "search", "autocomplete": "off"}))
    owner = forms.ModelChoiceField(Department.objects.none(), label=_("Answers for it"), required=False,
                                   empty_label=_("All"))
    category = forms.ModelChoiceField(Category.objects.filter(parent=None, is_active=True), required=False,
                                      label=_("Category"), empty_label=_("All"))

    def __init__(self, data, *, user):
        super().__init__(data)
        self.fields["owner"].queryset = Department.objects.filter(
            Exists(Article.objects.filter(owner=OuterRef("pk"))))
        self.tab = data.get("tab") if data.get("tab") in dict(self.TABS) else "current"

    @property
    def is_set(self) -> bool:
        return any(self.data.get(name) for name in self.fields)

    def narrow(self, articles, today):
        self.is_valid()
        if self.tab == "current":
            articles = articles.current(today)
        elif self.tab == "draft":
            articles = articles.filter(state="draft")
        else:
            articles = articles.filter(Q(state="withdrawn") | Q(valid_to__lt=today, state="published"))
        if owner := self.cleaned_data.get("owner"):
            articles = articles.filter(owner=owner)
        if category := self.cleaned_data.get("category"):
            articles = articles.filter(Q(category=category) | Q(category__parent=category))
        return articles


class GapForm(forms.ModelForm):
    """`article` is given for one that is no longer right."""

    call = forms.UUIDField(required=False, widget=forms.HiddenInput)
    article = forms.ModelChoiceField(Article.objects.none(), required=False, widget=forms.HiddenInput)

    class Meta:
        model = Gap
        fields = ["question", "words", "category", "owner", "call", "article"]
        widgets = {"question": forms.Textarea({"rows": 3}), "words": forms.HiddenInput}
        help_texts = {"question": _("The question alone, without name, phone or address of the caller."),
                      "owner": _("Leave it empty when you do not know: the hotline supervisor decides.")}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = departments(user, "gap.note")
        self.fields["category"].choices = categories()
        self.fields["article"].queryset = Article.objects.visible_to(user).select_related("owner")


class PassOnForm(forms.Form):
    owner = forms.ModelChoiceField(Department.objects.none(), label=_("Answers for it"))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = departments(user, "gap.pass-on")


class AnswerForm(forms.Form):
    """One of the articles that seem to answer it."""

    article = forms.ModelChoiceField(Article.objects.none(), label=_("This article answers it"), empty_label=None,
                                     widget=forms.RadioSelect)

    def __init__(self, *args, offered, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["article"].queryset = Article.objects.filter(pk__in=[article.pk for article in offered])
