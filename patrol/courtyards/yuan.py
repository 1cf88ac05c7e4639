"""Money is kept in fen and said in yuan."""


def yuan(fen: int) -> str:
    """1234567 is "12,345.67 元"; idle zeros are not said."""
    sign, whole, rest = "-" if fen < 0 else "", *divmod(abs(fen), 100)
    return f"{sign}{whole:,}" + (f".{rest:02}" if rest else "") + " 元"


def ten_thousands(fen: int) -> str:
    """What figures of a programme are read in: 万元 with one place, half away from zero."""
    sign, tenths = "-" if fen < 0 else "", (abs(fen) + 50_000) // 100_000
    return f"{sign}{tenths // 10:,}.{tenths % 10} 万元"
