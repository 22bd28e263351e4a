"""What is said of one result: its page, what is first of it (``brief``), and the parts that both are made of."""
