"""Step 1: a page becomes an article."""
