"""The page of an act: ask, do it, say so; what an action refuses stands at its field."""

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from shuangliu.pages import unsent

GET_AND_POST = require_http_methods(["GET", "POST"])


def typed(request):
    return unsent.typed(request)


def act_page(request, form, do, *, title: str, said: str, back, template: str = "residents/register/act.html", **more):
    """`do()` acts, and returns where to go, or None for back to the matter `back`."""
    if request.method == "POST" and form.is_valid() and (went := attempt(form, do)) is not REFUSED:
        messages.success(request, said)
        return redirect(went if went is not None else back)
    return render(request, template, {"form": form, "title": title, "back": back, **more},
                  status=422 if request.method == "POST" else 200)


REFUSED = object()


def attempt(form, do):
    """What `do` returns, REFUSED where it raises a ValidationError, whose reasons then stand in the form."""
    try:
        return do()
    except ValidationError as error:
        refuse(form, error)
        return REFUSED


def refuse(form, error: ValidationError) -> None:
    said = error.error_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.error_list}
    for name, errors in said.items():
        for one in errors:
            form.add_error(name if name in form.fields else None, one)
