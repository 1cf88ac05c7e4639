"""What goes wrong, as the specification wants it told: 404 for what is not there, 403 for the key, else 400."""


class Refused(Exception):
    """The request is answered with `status` and, for each of `messages`, an error of that code."""

    def __init__(self, status: int, *messages: str, wait: int = 0):
        super().__init__(*map(str, messages))
        self.status, self.messages, self.wait = status, [str(message) for message in messages], wait

    @property
    def rows(self) -> list[dict]:
        return [{"code": self.status, "description": message} for message in self.messages]
