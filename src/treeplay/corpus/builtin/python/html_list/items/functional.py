import program

assert program.items(['a', 'b']) == '<li>a</li><li>b</li>'
