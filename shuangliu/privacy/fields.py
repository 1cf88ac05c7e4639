"""Model fields for personal data."""

from django.db import models

from .cipher import decrypt, encrypt


class EncryptedTextField(models.TextField):
    """Text that the database holds encrypted. It cannot be filtered: keep a lookup_hash beside it."""

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return encrypt(value) if value else value

    def from_db_value(self, value, expression, connection):
        return decrypt(value) if value else value

    def get_lookup(self, lookup_name):
        if lookup_name in {"isnull", "exact"}:  # exact serves only the empty text in constraints
            return super().get_lookup(lookup_name)
        raise TypeError("Encrypted text cannot be searched; filter by its lookup hash.")
