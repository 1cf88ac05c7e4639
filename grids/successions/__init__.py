"""A post changes hands 工作交接: its holder leaves, the successor takes over what they had."""
