import program

preferences = program.Preferences()
assert program.set_preference(preferences, "theme", "dark") == {"theme": "dark", "device": "default"}
assert program.set_preference(preferences, "device", "usb") == {"theme": "dark", "device": "usb"}
