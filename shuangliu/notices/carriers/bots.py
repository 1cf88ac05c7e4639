"""Group bots: each firm wants the same text in another shape, and signs it in another way.

developer.work.weixin.qq.com/document/path/91770 · open.dingtalk.com/document/robots/custom-robot-access ·
open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
"""

import base64
import hashlib
import hmac
from datetime import datetime
from urllib.parse import urlencode

from . import NotCarried
from .https import post_json

LONGEST = 2048  # bytes of a text that WeCom takes; the others take more


def carry(channel, subject: str, body: str, at: datetime) -> None:
    """Say it in the group. Raises NotCarried; an answer with an error code is none of consent."""
    text = f"{subject}\n{body}".encode()[:LONGEST].decode(errors="ignore")
    answer = post_json(*SHAPES[channel.medium](channel.address, channel.secret, text, at))
    code = answer.get("errcode", answer.get("code"))
    if code != 0:
        raise NotCarried(f"the bot answered with error {str(code)[:20]}")


def _wecom(url: str, secret: str, text: str, at: datetime) -> tuple[str, dict]:
    return url, {"msgtype": "text", "text": {"content": text}}


def _dingtalk(url: str, secret: str, text: str, at: datetime) -> tuple[str, dict]:
    if secret:
        stamp = str(int(at.timestamp() * 1000))
        signature = _sign(secret.encode(), f"{stamp}\n{secret}".encode())
        url += ("&" if "?" in url else "?") + urlencode({"timestamp": stamp, "sign": signature})
    return _wecom(url, secret, text, at)


def _feishu(url: str, secret: str, text: str, at: datetime) -> tuple[str, dict]:
    content = {"msg_type": "text", "content": {"text": text}}
    if secret:
        stamp = str(int(at.timestamp()))
        content |= {"timestamp": stamp, "sign": _sign(f"{stamp}\n{secret}".encode(), b"")}
    return url, content


def _sign(key: bytes, text: bytes) -> str:
    return base64.b64encode(hmac.new(key, text, hashlib.sha256).digest()).decode()


SHAPES = {"wecom": _wecom, "dingtalk": _dingtalk, "feishu": _feishu}
