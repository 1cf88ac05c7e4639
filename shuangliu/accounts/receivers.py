"""Sign-ins leave an entry in the audit log."""

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.utils.timezone import now

from shuangliu import audit


@receiver(user_logged_in)
def signed_in(sender, request, user, **kwargs):
    audit.record("user.signed-in", user, by=user, at=now(), request=request)


@receiver(user_logged_out)
def signed_out(sender, request, user, **kwargs):
    if user is not None:
        audit.record("user.signed-out", user, by=user, at=now(), request=request)


@receiver(user_login_failed)
def sign_in_failed(sender, credentials, request=None, **kwargs):
    audit.record("user.sign-in-failed", None, by=None, at=now(), request=request,
                 username=str(credentials.get("username", ""))[:64])
