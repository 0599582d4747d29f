"""What holds for every record, however it came about."""
