"""The installed program, as a user runs it."""
