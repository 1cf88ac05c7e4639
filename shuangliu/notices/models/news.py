"""What a notice and a message have in common."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .. import kinds


class News(models.Model):
    """Something that happened to a matter: its kind in words of today, the matter in words of then.

    No foreign key to the matter, and no personal data: a number, a category, a time limit.
    """

    kind = models.CharField(_("kind of notice"), max_length=40)
    matter_type = models.CharField(_("kind of matter"), max_length=64)
    matter_id = models.BigIntegerField(_("number of the matter"))
    text = models.CharField(_("text"), max_length=500)
    url = models.CharField(_("address"), max_length=200)
    at = models.DateTimeField(_("at"))
    is_urgent = models.BooleanField(_("urgent"), default=False)

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.title} {self.text}"

    @property
    def title(self) -> str:
        """What happened, in the language of the reader."""
        return kinds.words(self.kind)


# One act tells one person, or one channel, once, however often it is told.
ONCE = ["matter_type", "matter_id", "kind", "at"]
