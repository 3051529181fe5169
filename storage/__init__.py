"""What is remembered: schema, the one writer, readers, sample codec, retention."""
