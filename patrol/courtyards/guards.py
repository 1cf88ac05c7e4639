"""Photos and papers are seen by whoever sees the courtyard, on whichever of its tables they hang."""

from functools import partial

from shuangliu import attachments

from .models import (
    Charter,
    Courtyard,
    CourtyardReview,
    CourtyardSurvey,
    DefenceCheck,
    WorksItem,
)

# model: the way to its courtyard
WAYS = {Courtyard: "pk", CourtyardSurvey: "courtyard", DefenceCheck: "courtyard", Charter: "courtyard",
        CourtyardReview: "courtyard", WorksItem: "plan__courtyard"}


def sees(model, user, pk: int) -> bool:
    courtyard = model.objects.filter(pk=pk).values_list(WAYS[model], flat=True).first()
    return courtyard is not None and Courtyard.objects.visible_to(user).filter(pk=courtyard).exists()


def register() -> None:
    for model in WAYS:
        attachments.guard(model._meta.label_lower, partial(sees, model))
