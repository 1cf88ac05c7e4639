"""The questions of a category as fields of the report: all of them stand in the form, those of the chosen category
are asked."""

from collections.abc import Mapping
from dataclasses import dataclass

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from shuangliu.pages.forms import Chips

from ..models import Category, Question

MOST = 200  # characters of an answer
FEW = 8  # more choices than so many are a list, not chips


@dataclass(frozen=True)
class QuestionGroup:
    """The fields of one category; `is_asked`: the chosen category is it or below it."""

    code: str
    fields: list[forms.BoundField]
    is_asked: bool


class WithQuestions(forms.Form):
    """A form with a `category`. `asked` is the category whose questions the page has shown: who sends another one,
    having no JavaScript, is shown its questions before the report is taken. An application sends no `asked`, and its
    answers as {"answers": {code: answer}}."""

    asked = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, *args, **kwargs):
        self.questions = list(Question.objects.on(localdate()))
        chosen = data.get("category") if data else None
        kind = Category.objects.filter(code=chosen).select_related("parent").first() if chosen else None
        self.asked_codes = {kind.code, kind.parent and kind.parent.code} if kind else set()
        super().__init__(self._with_answers(data), *args, **kwargs)
        for question in self.questions:
            self.fields[name_of(question)] = _field(question)

    def full_clean(self):
        """What is not asked need not be answered; it looks as it will when it is."""
        for question in self.questions:
            self.fields[name_of(question)].required = question.is_required and self._is_asked(question)
        super().full_clean()
        for question in self.questions:
            self.fields[name_of(question)].required = question.is_required

    def _with_answers(self, data):
        """`answers` by their codes, as an application sends them, under the names of the fields."""
        answers = data.get("answers") if data else None
        if not isinstance(answers, Mapping):
            return data
        named = {name_of(question): str(answers[question.code]) for question in self.questions
                 if self._is_asked(question) and answers.get(question.code) is not None}
        return {**data, **named}

    def _is_asked(self, question: Question) -> bool:
        return question.category.code in self.asked_codes

    @property
    def question_groups(self) -> list[QuestionGroup]:
        groups: dict[str, list] = {}
        for question in self.questions:
            groups.setdefault(question.category.code, []).append(self[name_of(question)])
        return [QuestionGroup(code, fields, code in self.asked_codes) for code, fields in groups.items()]

    def clean(self):
        cleaned = super().clean() or self.cleaned_data
        category = cleaned.get("category")
        is_unseen = "asked" in self.data and category and self.data["asked"] != category.code
        if is_unseen and any(map(self._is_asked, self.questions)):
            self.add_error(None, _("There are a few questions about this kind of incident. Please answer them below "
                                   "and send the report again."))
        return cleaned

    def answers(self) -> list[tuple[Question, str]]:
        """What was answered of what is asked."""
        given = []
        for question in self.questions:
            value = self.cleaned_data.get(name_of(question))
            if self._is_asked(question) and value not in (None, ""):
                given.append((question, str(value)))
        return given


def name_of(question: Question) -> str:
    return f"answer-{question.category.code}-{question.code}"


def _field(question: Question) -> forms.Field:
    more = {"label": question.label, "help_text": question.help, "required": question.is_required}
    match question.kind:
        case Question.Kind.NUMBER:
            widget = forms.NumberInput({"inputmode": "decimal"})
            return forms.DecimalField(max_digits=12, decimal_places=2, widget=widget, **more)
        case Question.Kind.DATE:
            return forms.DateField(widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"), **more)
        case Question.Kind.YES_NO:
            return forms.ChoiceField(choices=[("yes", _("Yes")), ("no", _("No"))], widget=Chips, **more)
        case Question.Kind.CHOICE:
            choices = [(option, option) for option in question.options]
            if len(choices) > FEW:
                return forms.ChoiceField(choices=[("", "---------"), *choices], **more)
            return forms.ChoiceField(choices=choices, widget=Chips, **more)
    return forms.CharField(max_length=MOST, **more)
