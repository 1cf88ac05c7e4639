"""Hashes and tokens of a line: what of it may be kept. Asks no database, so that it is done while one is at work."""

from shuangliu.privacy.cipher import hasher, sealer

from .lines import Line
from .models import Row

ENCRYPTED = ("name", "id_number", "number_as_shown", "phone", "other_phone", "origin_address", "employer",
             "permit_number")


class Encoder:
    """Called with a line, which it also returns. Keys are looked up once for a whole file."""

    def __init__(self):
        self.hash = hasher()
        # Each for the column of the register that the text goes on to (Row.bound_to).
        self.seal = [(name, sealer(Row._meta.get_field(name).bound_to)) for name in ENCRYPTED]

    def __call__(self, line: Line) -> Line:
        mark = self.hash
        if line.name:
            line.name_hash = mark("name:" + line.name)  # tidied already, see names.marked
        if line.id_number:
            line.id_hash = mark(line.id_number)
        if line.phone:
            line.phone_hash = mark(line.phone)  # as dialled already
        if line.other_phone:
            line.other_phone_hash = mark(line.other_phone)
        for name, seal in self.seal:
            if text := getattr(line, name):
                line.tokens[name] = seal(text)
        return line
