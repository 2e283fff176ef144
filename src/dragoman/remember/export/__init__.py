"""Exports: one module a format, each a function from told events to lines, column by column as the field has them."""
