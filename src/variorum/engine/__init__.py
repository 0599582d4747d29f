"""Tables of any size, and functions over many rows."""
