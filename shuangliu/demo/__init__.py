"""The demo county 双流: its territory, its people and their work."""
