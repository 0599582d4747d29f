"""What the record shows when its parts are held against each other: derived, never stored."""
