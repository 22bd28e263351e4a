"""What is said of a result, a profile, a comparison or a group: every sentence filled in, and no layout."""
