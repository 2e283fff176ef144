"""Facts that people wrote: tables, and `load`, which reads them."""
