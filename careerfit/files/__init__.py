"""Files that are whole or not at all, and locks on them; on Windows as elsewhere."""
