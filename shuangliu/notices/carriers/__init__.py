"""What carries messages out of the house: mail, and the bots of chat groups."""


class NotCarried(Exception):
    """It did not arrive. The text is for administrators and names no address; `is_final`: trying again is no use."""

    def __init__(self, text: str, *, is_final: bool = False):
        super().__init__(text)
        self.is_final = is_final
