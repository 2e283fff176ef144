"""The site: the record read in the reader's own language. Server-rendered; works without JavaScript."""
