import program

links = [program.start_reset("ann") for _ in range(3)]
tokens = [link.removeprefix("https://example.org/reset/") for link in links]
assert all(token.isalnum() and len(token) == 32 for token in tokens)
assert len(set(tokens)) == 3
assert [program.PENDING[token] for token in tokens] == ["ann"] * 3
