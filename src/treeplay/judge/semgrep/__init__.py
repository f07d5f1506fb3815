"""Taint rules for semgrep and opengrep."""
