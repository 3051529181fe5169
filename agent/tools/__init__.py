"""What can be looked up: read-only tools over the store, with typed arguments and one kind of result."""
