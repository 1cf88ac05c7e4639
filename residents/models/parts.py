"""What the tables of residents are made of."""

from django.conf import settings
from django.db import models


def someone(name, **more):
    """A user who did something: nobody asks the database for all that one did."""
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False,
                             verbose_name=name, **more)
