"""Saved attempts and unfinished interviews, in one file on this computer."""
