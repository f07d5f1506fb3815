import program

assert program.cells(['a', 'b']) == '<td>a</td><td>b</td>'
