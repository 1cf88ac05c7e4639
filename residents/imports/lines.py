"""One row of a table as the register would have it, on its way through reading, encoding, matching and staging."""

OF_PERMIT = ("permit_number", "permit_issued_on", "permit_expires_on")


class Line:
    """What a row says, in the shape of models.Row; `found` lists (problem, column, further value). `tokens` are the
    personal texts as they will be kept (encoding.py). What a row does not say stays as the class has it."""

    person_key = born_on = since = permit_issued_on = permit_expires_on = None
    seen_change = mask = area_key = 0
    is_them = is_twin = False
    outcome = asks = pairs = document = sex = origin_code = building = unit = room = kind = tenure = reason = ""
    register_number = relation = name_hash = id_hash = phone_hash = other_phone_hash = ""
    name = id_number = number_as_shown = phone = other_phone = origin_address = employer = permit_number = ""

    def __init__(self, number: int):
        self.number, self.found, self.tokens = number, [], {}
