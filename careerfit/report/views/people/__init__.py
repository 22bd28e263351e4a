"""What is said of many people: of a class by name, and of a group as a whole."""
