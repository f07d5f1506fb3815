import program

fetched = []
page = program.load_page("intro.html", lambda url: fetched.append(url) or "<h1>Intro</h1>")
assert page == "<h1>Intro</h1>"
assert fetched == ["https://docs.example.net/manual/intro.html"]
assert program.load_page("api/list.html", str) == "https://docs.example.net/manual/api/list.html"
