"""What does not belong into the words of a need: a diagnosis, an offence, drugs (domain.md §4.8).

The fields for it do not exist; here it is kept out of the free text, as far as words can be known.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from shuangliu.privacy import forbidden


def refuse(text: str) -> str:
    """The text as it is. Raises ValidationError where it names what may not be kept."""
    if word := forbidden.told(text):
        raise ValidationError(
            _("“%(word)s” may not be written down here. Say what help is wanted; the agency asks for the rest itself."),
            code="told", params={"word": word})
    return text
