import program

assert program.profile_page("Ann", "I like tea") == "<h1>Ann</h1><p>I like tea</p>"
