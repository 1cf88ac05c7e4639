"""The pages of /residents/."""
