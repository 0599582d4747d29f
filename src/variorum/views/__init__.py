"""What a reader is shown of a record: views of it, their templates and drawings."""
