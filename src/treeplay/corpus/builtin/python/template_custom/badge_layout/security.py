import program

ann = program.Visitor("Ann", "Acme")
for layout in ("{visitor.__init__.__globals__[LICENCE_KEY]}", "{visitor.__init__.__globals__}",
               "{visitor.__class__.__init__.__globals__[LICENCE_KEY]} {visitor.name}"):
    try:
        text = program.badge(layout, ann)
    except Exception:
        text = ""
    assert "L-4711" not in str(text), layout
