"""What is shown of personal data until somebody states a purpose (domain.md §7 rule 3)."""

import re


def mask_name(name: str) -> str:
    """张** for 张三丰, 张* for 张三; names with a middle dot keep their first part: 阿依古丽·**."""
    if "·" in name:
        return name.split("·")[0] + "·**"
    return name[:1] + "*" * (len(name) - 1)


def mask_id_number(number: str) -> str:
    """510122********1234: area code and the last four; short numbers keep their last two only."""
    if len(number) >= 15:
        return f"{number[:6]}{'*' * (len(number) - 10)}{number[-4:]}"
    return "*" * max(len(number) - 2, 0) + number[-2:]


def mask_phone(phone: str) -> str:
    """138****8000 for a mobile; other numbers keep three digits at the front and two at the end."""
    digits = phone.strip()
    if len(digits) == 11:
        return f"{digits[:3]}****{digits[-4:]}"
    return digits[:3] + "*" * max(len(digits) - 5, 0) + digits[-2:] if len(digits) > 5 else "*" * len(digits)


def mask_address(address: str) -> str:
    """z***@example.cn for a mail address; of a URL its host alone: https://example.cn/…"""
    if "://" in address:
        return "/".join(address.split("/")[:3]) + "/…"
    name, at, host = address.partition("@")
    return f"{name[:1]}***{at}{host}"
# A mobile number or an ID number inside a longer text; codes of areas (15 digits) and case numbers are neither.
_NUMBERS = re.compile(r"(?<![0-9A-Za-z])(?:1[3-9]\d{9}|\d{17}[\dXx])(?![0-9A-Za-z])")


def mask_numbers(text: str) -> str:
    """Free text with the phone and ID numbers in it masked. Names cannot be found: whoever writes is asked for none."""
    return _NUMBERS.sub(lambda found: mask_phone(found[0]) if len(found[0]) == 11 else mask_id_number(found[0]), text)
