"""Treeplay's own static rules: one YAML file each, decided on tree-sitter trees with a taint walk within functions."""
