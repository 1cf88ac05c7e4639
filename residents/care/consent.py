"""What the person or the guardian agrees to before an office hears of them (PIPL art. 14, 15, 23, 29, 31)."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from shuangliu.protection import consents

PURPOSE = "residents.care"
WORDS = _(
    "The community passes to the agency named: your name, how to reach you, which help you want and what you have"
    " told in your own words. Nothing else is passed on, and nobody else sees it. It is used to give this help "
    "only. You need not agree, and no other service of the community depends on it. You can take this back at any"
    " time, here or at the agency: the help by this way ends then, and what is written down is locked. Half a "
    "year after the help has ended it is locked in any case."
)


def declare() -> None:
    consents.declare(PURPOSE, "2026-11", WORDS, valid_from=date(2026, 1, 1))
