"""Who takes over, and from when."""

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from ..jurisdiction import posts_for
from ..models import Post
from ..people import AccountField, colleagues
from ..roles import Role


class HandOverForm(forms.Form):
    successor = AccountField(label=_("Successor"), help_text=_("The account of whoever takes over."))
    first_day = forms.DateField(label=_("First day of the successor"),
                                widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    reason = forms.CharField(label=_("Reason"), max_length=200)

    def __init__(self, *args, post: Post, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["first_day"].initial = localdate()
        areas = [held.area for held in posts_for(by, "post.hand-over")]
        narrower = {"department": post.department} if post.role == Role.DEPT_HANDLER else {}
        self.fields["successor"].widget.offered = [
            row for row in colleagues(areas, localdate(), **narrower) if row[0] != post.user.username]
