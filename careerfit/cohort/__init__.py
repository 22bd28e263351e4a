"""Many people: a file's columns and cells → arrays → results."""
