"""Model fields for personal data."""

from collections.abc import Callable

from django.db import models
from django.db.models.lookups import In

from .cipher import decrypt, encrypt, lookup_hash, lookup_hashes


class EncryptedTextField(models.TextField):
    """Text that the database holds encrypted, bound to its column. It cannot be filtered: keep a LookupHashField beside
    it. A column that is renamed keeps the old name as `bound_to`."""

    def __init__(self, *args, bound_to: str = "", **kwargs):
        self._bound_to = bound_to
        super().__init__(*args, **kwargs)

    @property
    def bound_to(self) -> str:
        return self._bound_to or f"{self.model._meta.label_lower}.{self.name}"

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | ({"bound_to": self._bound_to} if self._bound_to else {})

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return encrypt(value, self.bound_to) if value else value

    def from_db_value(self, value, expression, connection):
        return decrypt(value, self.bound_to) if value else value

    def get_lookup(self, lookup_name):
        if lookup_name in {"isnull", "exact"}:  # exact serves only the empty text in constraints
            return super().get_lookup(lookup_name)
        raise TypeError("Encrypted text cannot be searched; filter by its lookup hash.")


class LookupHashField(models.CharField):
    """The keyed hash of the encrypted field `of`, made whenever the row is saved:
    `filter(phone_hash__of="13800138000")` finds it under each key while keys change.

    `plain` brings the text into the form in which it is hashed. Without `of` nobody keeps the text itself, and the hash
    can never be made anew: it ends with its key.
    """

    def __init__(self, *args, of: str = "", plain: Callable[[str], str] = str, **kwargs):
        self.of, self.plain = of, plain
        super().__init__(*args, **({"max_length": 64, "editable": False} | kwargs))

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs  # to the database it is one

    def hashed(self, text: str) -> str:
        """What stands in the column for this text now; "" for none."""
        plain = self.plain(text) if text else ""
        return lookup_hash(plain) if plain else ""

    def pre_save(self, instance, add):
        if self.of:
            setattr(instance, self.attname, self.hashed(getattr(instance, self.of)))
        return super().pre_save(instance, add)


@LookupHashField.register_lookup
class Of(In):
    """Rows whose hash is that of a text, under any key; a text of nothing finds nothing."""

    lookup_name = "of"

    def __init__(self, lhs, rhs):
        plain = lhs.output_field.plain(rhs) if rhs else ""
        super().__init__(lhs, lookup_hashes(plain) if plain else [])
