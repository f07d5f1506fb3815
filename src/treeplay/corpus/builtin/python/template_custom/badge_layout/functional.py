import program

ann = program.Visitor("Ann", "Acme")
assert program.badge("{visitor.name} ({visitor.firm})", ann) == "Ann (Acme)"
assert program.badge("Firm: {visitor.firm}", ann) == "Firm: Acme"
