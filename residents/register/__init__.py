"""The pages of the register: finding, people, households, dwellings, duplicates."""
