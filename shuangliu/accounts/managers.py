"""Making accounts, and reading of people no more than their names."""

from django.contrib.auth.base_user import BaseUserManager


class UserManager(BaseUserManager):
    """Users by username; a superuser is a system administrator who set their own password."""

    use_in_migrations = True

    def create_user(self, username: str, password: str | None = None, **fields):
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, username: str, password: str | None = None, **fields):
        return self.create_user(
            username, password, **{"is_staff": True, "is_superuser": True, "must_change_password": False, **fields}
        )


def but_names(*people: str) -> list[str]:
    """For `.defer()`, of people that a page names: their names are read and nothing else, no phone is deciphered."""
    return [f"{person}__{field}" for person in people for field in (
        "password", "phone", "phone_hash", "last_login", "date_joined", "is_superuser", "is_staff", "is_active",
        "must_change_password")]
