"""Changes of boundaries 区划调整: planned, looked at, carried out on their day."""
