"""常用语 in the form of an act: which there are, and putting one into its field."""

from dataclasses import dataclass

from django import forms

from .models import Incident, ReplyTemplate

FIELDS = ("reply", "reason", "note")  # of the acts' forms: the first one there takes the text


@dataclass(frozen=True)
class Text:
    """`text` is filled in for the incident; `field` is the id of the field that takes it."""

    pk: int
    name: str
    text: str
    field: str


def offered(form: forms.Form, incident: Incident, act: str, user) -> list[Text]:
    """The texts that this user may put into this form. One query; none for a form without words."""
    name = field_of(form)
    if name is None:
        return []
    target = form[name].id_for_label
    return [Text(one.pk, one.name, one.fill(incident), target)
            for one in ReplyTemplate.objects.for_act(incident, act, user)]


def prefill(form: forms.Form, pk: str | None, incident: Incident, act: str, user) -> None:
    """Begin an empty form with the text of this number (the link that needs no JavaScript); one that is not theirs
    is no text."""
    name = field_of(form)
    if not pk or name is None or form.is_bound:
        return
    found = [one for one in offered(form, incident, act, user) if str(one.pk) == pk]
    if found:
        form.initial[name] = found[0].text


def field_of(form: forms.Form) -> str | None:
    return next((name for name in FIELDS if name in form.fields), None)
