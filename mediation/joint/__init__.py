"""联合调解: organisations and departments that are asked to mediate together."""
