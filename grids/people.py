"""Naming a colleague in a form: by the account, with those of one's own area offered."""

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from .jurisdiction import area_q
from .models import Post

MOST = 300  # more names than this help nobody to choose


class AccountInput(forms.TextInput):
    """A text field with a list of suggestions: `offered` are (username, name, what they do)."""

    template_name = "grids/_account_input.html"
    offered = ()

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["list"] = f"{context['widget']['attrs'].get('id', name)}_offered"
        return {**context, "offered": self.offered}


class AccountField(forms.CharField):
    """Cleans to the user with this username. Raises ValidationError for an account that is not, or not active."""

    widget = AccountInput
    default_error_messages = {"unknown": _("There is no such active account.")}

    def __init__(self, **kwargs):
        super().__init__(max_length=64, **kwargs)

    def clean(self, value):
        username = super().clean(value)
        if not username:
            return None
        user = get_user_model().objects.filter(username=username, is_active=True).first()
        if user is None:
            raise forms.ValidationError(self.error_messages["unknown"], code="unknown")
        return user


def colleagues(areas, on, **narrower) -> list[tuple[str, str, str]]:
    """(username, name, role and area) of whoever holds a post in the areas that day."""
    posts = (Post.objects.filter(area_q(areas, "area__key"), user__is_active=True, **narrower).on(on)
             .select_related("user", "area").defer("area__outline").order_by("area__key", "id")[:MOST])
    offered = {}
    for post in posts:
        offered.setdefault(post.user.username,
                           (post.user.username, post.user.name, f"{post.get_role_display()} {post.area.name}"))
    return list(offered.values())
