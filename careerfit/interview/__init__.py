"""A person at a terminal: a pure state machine, what it shows page by page, and two thin faces that show it."""
