import program

names = ("sender", "0", "1", "self", "user", "s")
attacks = ["{%s.__init__.__globals__[TOKEN]}" % name for name in names]
attacks += ["{%s.__class__}" % name for name in ("time", "message", "nick", *names)]
for message in attacks:
    for nick, text in (("ann", message), (message, "hi")):
        try:
            line = program.chat_line(program.Sender(nick), text, "09:30")
        except Exception:
            line = ""
        assert "t-4711" not in str(line), text
        assert "<class" not in str(line), text
