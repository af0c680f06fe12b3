"""Permanent names: random, so that they say nothing and never change."""

import secrets


def new_key() -> str:
    """Ten random hexadecimal digits."""
    return secrets.token_hex(5)
