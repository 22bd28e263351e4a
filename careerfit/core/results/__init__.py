"""What is made of answers: the result, what would change it, two of them side by side, what is kept, and its JSON."""
