"""Where a record is kept."""
