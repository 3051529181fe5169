"""What a signal means: beats, quality, delineation and rhythm, as pure functions and small streams."""
