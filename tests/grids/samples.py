"""Areas for the role matrix."""

SAMPLES = {
    "grids:area-detail": lambda cast: {"code": cast.community.code, "foreign": ["qian", "lu"]},
}
