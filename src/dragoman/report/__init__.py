"""Step 4: what people look at. Today lines and tables; later the record's site, charts and letters."""
