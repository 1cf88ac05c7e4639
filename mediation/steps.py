"""Each act with the form that asks for it and the action that does it: what the pages and the API share."""

from . import actions, forms

STEPS = {
    "accept": (forms.AcceptForm, actions.accept_case),
    "refuse": (forms.RefuseForm, actions.refuse_case),
    "assign": (forms.AssignForm, actions.assign_case),
    "reassign": (forms.ReassignForm, actions.reassign_case),
    "session": (forms.SessionForm, actions.hold_session),
    "agree": (forms.AgreeForm, actions.agree_case),
    "fail": (forms.FailForm, actions.fail_case),
}


def take_step(act: str, case, data, *, by, at):
    """Do `act` with what was sent; returns the form, valid when it was done. Raises CaseMoved."""
    form_class, action = STEPS[act]
    form = form_class(data, case=case)
    if form.is_valid():
        try:
            action(case, by=by, at=at, **form.cleaned_data)
        except actions.NotServing as error:
            form.add_error("mediator", error)
    return form
