"""Where somebody wants to hear of it too."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models
from django.db.models import Q
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from shuangliu.privacy.fields import EncryptedTextField
from shuangliu.privacy.masking import mask_address
from shuangliu.privacy.personal import STAFF, Data, Personal

from ..carriers.https import check_url

MAIL = "mail"


class Channel(models.Model):
    """通知渠道. The mail address of a person, or the group bot of a department or of a desk's area.

    `address` is a mail address, or the URL of a bot, which is as good as a password: both are encrypted and never
    shown again. `kinds` names what goes there, nothing = everything. In the quiet hours only what is urgent does.
    """

    class Medium(models.TextChoices):
        MAIL = MAIL, _("Mail")
        WECOM = "wecom", _("WeCom group bot")
        DINGTALK = "dingtalk", _("DingTalk group bot")
        FEISHU = "feishu", _("Feishu group bot")

    medium = models.CharField(_("medium"), max_length=10, choices=Medium)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="+",
                             verbose_name=_("user"))
    department = models.ForeignKey("grids.Department", models.CASCADE, null=True, blank=True, related_name="+",
                                   verbose_name=_("department"))
    area = models.ForeignKey("grids.Area", models.CASCADE, null=True, blank=True, related_name="+",
                             verbose_name=_("area"), help_text=_("the bot of the desk that serves this area"))
    address = EncryptedTextField(_("address"))
    secret = EncryptedTextField(_("secret of the signature"), blank=True, default="")
    kinds = models.JSONField(_("kinds of notices"), default=list, blank=True)
    quiet_from = models.TimeField(_("quiet from"), null=True, blank=True)
    quiet_until = models.TimeField(_("quiet until"), null=True, blank=True)
    is_active = models.BooleanField(_("active"), default=True)

    personal = Personal(**STAFF, fields={"address": Data.MAIL, "secret": Data.MAIL})

    class Meta:
        verbose_name = _("notice channel")
        verbose_name_plural = _("notice channels")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(name="channel_has_one_owner", condition=(
                Q(medium=MAIL, user__isnull=False, department=None, area=None)
                | ~Q(medium=MAIL) & Q(user=None) & (
                    Q(department__isnull=False, area=None) | Q(department=None, area__isnull=False)))),
            models.CheckConstraint(name="channel_quiet_whole", condition=(
                Q(quiet_from=None, quiet_until=None) | Q(quiet_from__isnull=False, quiet_until__isnull=False))),
            models.UniqueConstraint(fields=["user"], name="channel_one_mail_each"),
        ]

    def __str__(self):
        return f"{self.get_medium_display()} · {self.owner}"

    @property
    def owner(self):
        return self.user or self.department or self.area

    @property
    def masked(self) -> str:
        """The address as it may be shown."""
        return mask_address(self.address)

    def wants(self, kind: str) -> bool:
        return not self.kinds or kind in self.kinds

    def awake(self, at: datetime) -> datetime:
        """`at`, or the end of the quiet hours that it falls into."""
        start, end = self.quiet_from, self.quiet_until
        if start is None or start == end:
            return at
        local = localtime(at)
        clock = local.time()
        over_midnight = start > end
        if not (clock >= start or clock < end if over_midnight else start <= clock < end):
            return at
        day = local.date() + timedelta(days=over_midnight and clock >= start)
        return datetime.combine(day, end, local.tzinfo)

    def clean(self):
        if self.medium == MAIL:
            if not self.user_id or self.department_id or self.area_id:
                raise ValidationError(_("A mail address belongs to a user, and to nothing else."))
        elif self.user_id or bool(self.department_id) == bool(self.area_id):
            raise ValidationError(_("A group bot belongs either to a department or to an area."))
        if (self.quiet_from is None) != (self.quiet_until is None):
            raise ValidationError({"quiet_until": _("Quiet hours have a beginning and an end.")})

    def check_address(self, address: str) -> None:
        """Raises ValidationError for an address that this medium cannot reach."""
        (validate_email if self.medium == MAIL else check_url)(address)
