"""Each firm's shape and signature."""

import base64
import hashlib
import hmac
from urllib.parse import parse_qs, urlsplit

import pytest

from shuangliu.notices.carriers import bots
from shuangliu.notices.models import Channel
from tests.conftest import NOW

SECRET = "SEC-of-the-tests"


def say(bot, medium: str, secret: str = "", subject: str = "【双流】测试", body: str = "SJ1"):
    bots.carry(Channel(medium=medium, address=bot.url, secret=secret), subject, body, NOW)
    return bot.heard[-1], parse_qs(urlsplit(bot.paths[-1]).query)


def test_wecom(bot):
    assert say(bot, "wecom") == ({"msgtype": "text", "text": {"content": "【双流】测试\nSJ1"}}, {"key": ["geheim"]})


def test_dingtalk_signs_in_the_address(bot):
    content, query = say(bot, "dingtalk", SECRET)
    assert content == {"msgtype": "text", "text": {"content": "【双流】测试\nSJ1"}}
    stamp = str(int(NOW.timestamp() * 1000))
    expected = hmac.new(SECRET.encode(), f"{stamp}\n{SECRET}".encode(), hashlib.sha256).digest()
    assert query == {"key": ["geheim"], "timestamp": [stamp], "sign": [base64.b64encode(expected).decode()]}


def test_feishu_signs_in_the_content(bot):
    bot.answers = [(200, '{"code": 0, "msg": "success"}')]
    content, query = say(bot, "feishu", SECRET)
    stamp = str(int(NOW.timestamp()))
    expected = hmac.new(f"{stamp}\n{SECRET}".encode(), b"", hashlib.sha256).digest()
    assert content == {"msg_type": "text", "content": {"text": "【双流】测试\nSJ1"}, "timestamp": stamp,
                       "sign": base64.b64encode(expected).decode()}
    assert query == {"key": ["geheim"]}


@pytest.mark.parametrize("medium", ["dingtalk", "feishu"])
def test_without_a_secret_nothing_is_signed(bot, medium):
    content, query = say(bot, medium)
    assert "sign" not in {**content, **query}


def test_a_long_text_is_cut_at_a_whole_character(bot):
    content, _ = say(bot, "wecom", body="垃圾" * 900)
    text = content["text"]["content"]
    assert len(text.encode()) <= bots.LONGEST
    assert text.endswith(("垃", "圾"))
