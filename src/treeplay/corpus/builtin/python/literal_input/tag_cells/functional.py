import program

assert program.parse_tags("['Red', 'new']") == ["new", "red"]
assert program.parse_tags("['Sale']") == ["sale"]
assert program.parse_tags("") == []
