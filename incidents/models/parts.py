"""What the tables of incidents are made of."""

from django.conf import settings
from django.db import models
from django.db.models import Q


def person(name, **more):
    """Somebody who did something: nobody asks the database for all that a person did."""
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False,
                             verbose_name=name, **more)


def both_or_none(*fields: str) -> Q:
    return Q(**{f"{name}__isnull": True for name in fields}) | Q(**{f"{name}__isnull": False for name in fields})
