"""What is fetched, and what is not."""
