"""What people corrected, laid over what the machine found: derived when it is read, never kept."""
