"""Remember: records become tables that lose nothing, and tables become records again."""
