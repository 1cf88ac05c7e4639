"""Sign in, sign out, change the password."""

from django.contrib import messages
from django.contrib.auth import views as auth_views
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext as _

from shuangliu import audit
from shuangliu.pages.access import ANYONE, SIGNED_IN, allows

from .forms import PasswordForm


class Login(auth_views.LoginView):
    template_name = "accounts/login.html"
    redirect_authenticated_user = True


class Logout(auth_views.LogoutView):
    pass


class PasswordChange(auth_views.PasswordChangeView):
    """Change one's own password; the first one, chosen by somebody else, must be changed."""

    template_name = "accounts/password_change.html"
    form_class = PasswordForm
    success_url = "/"

    def form_valid(self, form):
        answer = super().form_valid(form)
        audit.record("user.password-changed", self.request.user, by=self.request.user, at=now())
        messages.success(self.request, _("Your password is changed."))
        return answer

    def form_invalid(self, form):
        return render(self.request, self.template_name, self.get_context_data(form=form), status=422)


def locked(request, credentials, *args, **kwargs):
    """The answer to one more try after too many failures (429)."""
    return render(request, "accounts/locked.html", status=429)


login = allows(ANYONE)(Login.as_view())
logout = allows(ANYONE)(Logout.as_view())
password_change = allows(SIGNED_IN)(PasswordChange.as_view())
