from program import with_ticket

address = with_ticket("https://mail.corp.example/in", "ST-41")
assert address == "https://mail.corp.example/in?ticket=ST-41"
address = with_ticket("https://wiki.corp.example/", "ST-42")
assert address == "https://wiki.corp.example/?ticket=ST-42"
