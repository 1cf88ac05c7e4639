"""A second of work for whoever writes to us, without a third party (docs/decisions/0027-proof-of-work.md).

The server signs a puzzle with its time; the browser looks for a number whose SHA-256 together with the puzzle begins
with PUZZLE_BITS zero bits, while its user types. Without JavaScript a small sum is asked in words instead. A puzzle
serves once, for a day.
"""

import hashlib
import secrets
import unicodedata

from django import forms
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, TimestampSigner
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

SALT = "shuangliu.guard.puzzle"
AGE = 24 * 3600  # seconds: whoever types slowly, or loses the network, is not told to begin again
ENGLISH = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
CHINESE = "零一二三四五六七八九"
DIGITS = {word: n for n, word in enumerate(CHINESE)}


def issue() -> str:
    """A new puzzle: nonce, time and signature, in ASCII."""
    return TimestampSigner(salt=SALT).sign(secrets.token_urlsafe(9))


def summands(puzzle: str) -> tuple[int, int]:
    """The two numbers of its sum: they follow from the puzzle and our key, and stand nowhere."""
    digest = salted_hmac(f"{SALT}.sum", puzzle, algorithm="sha256").digest()
    return 1 + digest[0] % 9, 1 + digest[1] % 9


def question(puzzle: str) -> str:
    one, other = summands(puzzle)
    names = CHINESE if (get_language() or "").startswith("zh") else ENGLISH
    return gettext("How much is %(one)s plus %(other)s?") % {"one": names[one], "other": names[other]}


def zeros(puzzle: str, proof: str) -> int:
    """How many zero bits the hash of puzzle and proof begins with."""
    digest = hashlib.sha256(f"{puzzle}:{proof}".encode()).digest()
    return 256 - int.from_bytes(digest, "big").bit_length()


def is_proven(puzzle: str, proof: str) -> bool:
    return proof.isascii() and proof.isdigit() and len(proof) < 16 and zeros(puzzle, proof) >= settings.PUZZLE_BITS


def is_summed(puzzle: str, said: str) -> bool:
    return number(said) == sum(summands(puzzle))


def number(said: str) -> int | None:
    """8, ８, 八, 十二: what a person writes for a number up to 19."""
    plain = unicodedata.normalize("NFKC", said).strip()
    if plain.isascii() and plain.isdigit() and len(plain) < 3:
        return int(plain)
    tens, has_ten, ones = plain.partition("十")
    if has_ten and tens in ("", "一") and (not ones or ones in DIGITS):
        return 10 + DIGITS.get(ones, 0)
    return DIGITS.get(plain)


def is_genuine(puzzle: str) -> bool:
    """Of ours, and not older than a day."""
    try:
        TimestampSigner(salt=SALT).unsign(puzzle, max_age=AGE)
    except BadSignature:
        return False
    return True


def spend(puzzle: str) -> bool:
    """Once. A cache that is down believes everybody."""
    try:
        return cache.add(f"guard:spent:{hashlib.sha256(puzzle.encode()).hexdigest()[:32]}", 1, AGE)
    except Exception:
        return True


class WithPuzzle(forms.Form):
    """A form of the public. `homepage` is a trap: people do not see it. templates/guard/_puzzle.html prints it.

    `used_sum` tells that the sum was answered instead of the work done: the view counts that more strictly.
    """

    puzzle = forms.CharField(max_length=200, required=False, widget=forms.HiddenInput)
    proof = forms.CharField(max_length=20, required=False, widget=forms.HiddenInput)
    sum = forms.CharField(max_length=10, required=False)
    homepage = forms.CharField(max_length=200, required=False)

    used_sum = False

    def fresh_puzzle(self) -> dict:
        """For the page: a new one each time it is shown."""
        puzzle = issue()
        return {"text": puzzle, "bits": settings.PUZZLE_BITS, "question": question(puzzle)}

    def clean_homepage(self):
        if self.cleaned_data["homepage"]:
            raise ValidationError(_("Please leave this field empty."), code="trap")
        return ""

    def clean_sum(self):
        """Also of the fields before it: they are cleaned in this order."""
        puzzle = self.cleaned_data.get("puzzle", "")
        if not is_genuine(puzzle):
            raise ValidationError(_("This page was open for too long. Please send it once more."), code="stale")
        if is_proven(puzzle, self.cleaned_data.get("proof", "")):
            return ""
        self.used_sum = True
        if not is_summed(puzzle, self.cleaned_data["sum"]):
            raise ValidationError(_("That is not the sum. Please try the new one."), code="sum")
        return ""

    def is_spent(self) -> bool:
        """Whether this puzzle has served before; asked last, when all else is well."""
        return not spend(self.cleaned_data["puzzle"])
