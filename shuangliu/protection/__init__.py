"""Guarding personal data: who sees it in clear and why, what leaves in a file, what people agreed to, and who looked.

    from shuangliu.protection import consents, exports, looks, reveals

Business apps say what they hold in their `ready()`; docs/howto/guard-personal-data.md shows each way.
"""
