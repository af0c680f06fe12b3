"""``/api/v1/``: what readers may see, for machines. Everything begins at readable editions; nothing is written."""
