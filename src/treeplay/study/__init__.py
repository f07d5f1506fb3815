"""Studies: arms × seeds, trained and measured on equal terms, with every shared stage run once."""
