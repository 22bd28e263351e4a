"""Many people at the command line: what the commands for a file of them share."""
