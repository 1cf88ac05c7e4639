"""Passwords: chosen by oneself, or for now by an administrator."""

from django.contrib.auth.forms import AdminPasswordChangeForm, PasswordChangeForm


class PasswordForm(PasswordChangeForm):
    """The old password once, the new one twice; saving it ends the duty to change it."""

    def save(self, commit=True):
        self.user.must_change_password = False
        return super().save(commit)


class GivenPasswordForm(AdminPasswordChangeForm):
    """A password that an administrator chooses for somebody, who changes it at the next sign-in."""

    def save(self, commit=True):
        self.user.must_change_password = True
        return super().save(commit)
