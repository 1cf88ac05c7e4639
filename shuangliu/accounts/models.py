"""Who can sign in."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import PermissionsMixin
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from shuangliu.privacy.fields import EncryptedTextField, LookupHashField
from shuangliu.privacy.personal import STAFF, Data, Personal

from .managers import UserManager


class User(AbstractBaseUser, PermissionsMixin):
    """用户. A person who signs in. What they may do follows from their posts (grids.Post), not from here;
    `is_staff` alone opens the admin."""

    username = models.CharField(
        _("username"), max_length=64, unique=True, validators=[UnicodeUsernameValidator()],
        error_messages={"unique": _("This username is taken.")},
    )
    name = models.CharField(_("name"), max_length=64)
    phone = EncryptedTextField(_("phone"), blank=True, default="")
    phone_hash = LookupHashField(of="phone", blank=True, default="", db_index=True)
    is_staff = models.BooleanField(_("may open the administration"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    date_joined = models.DateTimeField(_("account made at"), auto_now_add=True)
    must_change_password = models.BooleanField(_("must change the password at the next sign-in"), default=True)

    personal = Personal(**STAFF, fields={"username": Data.NAME, "name": Data.NAME, "phone": Data.PHONE,
                                         "phone_hash": Data.MARK})
    objects = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]
    EMAIL_FIELD = None

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")

    def __str__(self):
        return self.name or self.username

    def get_full_name(self):
        return self.name

    get_short_name = get_full_name
