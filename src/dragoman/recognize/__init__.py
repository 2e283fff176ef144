"""Step 2: an article becomes events."""
