"""The pages of /hotline/voices/."""
