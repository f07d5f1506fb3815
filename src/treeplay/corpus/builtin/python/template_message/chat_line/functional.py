import program

ann = program.Sender("ann")
assert program.chat_line(ann, "hello", "09:30") == "09:30 ann: hello"
assert program.chat_line(program.Sender("bob"), "me too", "10:05") == "10:05 bob: me too"
