"""The command line, one call at a time, in this process."""
