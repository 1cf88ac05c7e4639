"""Keys are given out in the admin, each shown once and kept nowhere."""

import re

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from hotline.models import ApiKey
from shuangliu.accounts.models import User
from shuangliu.audit.models import Entry

ADD, LIST = "admin:hotline_apikey_add", "admin:hotline_apikey_changelist"


@pytest.fixture
def boss(db, browser):
    return browser(User.objects.create_superuser("boss", "a long password 9", name="系统管理员"))


def shown(response) -> str:
    """The one key among what the admin says."""
    (key,) = re.findall(r"[\w-]{40}", " ".join(map(str, get_messages(response.wsgi_request))))
    return key


def test_a_key_is_shown_once_opens_the_door_and_is_kept_nowhere(program, sent, boss):
    given = {"name": "随手拍", "per_minute": "60", "is_active": "on"}
    secret = shown(boss.post(reverse(ADD), given))
    program.post("requests.json", sent, key=secret)
    key = ApiKey.objects.get(name="随手拍")
    assert secret in boss.get(reverse(LIST)).content.decode()
    page = boss.get(reverse("admin:hotline_apikey_change", args=[key.pk])).content.decode()
    assert secret not in page + str(vars(key)) + str([entry.detail for entry in Entry.objects.all()])
    assert secret.startswith(key.start)
    assert Entry.objects.filter(verb="api-key.set", matter_id=key.pk).exists()


def test_a_new_key_takes_the_place_of_the_old_one(program, sent, boss):
    asked = {"action": "renew", "_selected_action": [program.made[0].pk]}
    secret = shown(boss.post(reverse(LIST), asked))
    program.post("requests.json", sent, 403)
    program.post("requests.json", sent, key=secret)


def test_a_key_is_taken_out_of_use_and_not_deleted(program, boss):
    assert boss.get(reverse("admin:hotline_apikey_delete", args=[program.made[0].pk])).status_code == 403
