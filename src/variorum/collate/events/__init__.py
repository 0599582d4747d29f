"""Event mentions → events: what is one happening, and how its status changed."""
