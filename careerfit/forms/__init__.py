"""What people fill in without this program: a page, paper, sheets and surveys, all with the same statements."""
