"""Forms about one's own account."""

from django.contrib.auth.forms import PasswordChangeForm


class PasswordForm(PasswordChangeForm):
    """The old password once, the new one twice; saving it ends the duty to change it."""

    def save(self, commit=True):
        self.user.must_change_password = False
        return super().save(commit)
