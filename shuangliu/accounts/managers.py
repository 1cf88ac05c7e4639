"""Making accounts."""

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
