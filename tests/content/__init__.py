"""The content of the shipped pack."""
