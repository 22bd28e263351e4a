"""Forms that people fill in without this program."""
