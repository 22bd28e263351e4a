"""What stands in people's files of answers: heads and cells, in the many ways in which tools and hands write them."""
