"""The pages of /hotline/knowledge/."""
