import program

assert program.options(['a', 'b']) == '<option>a</option><option>b</option>'
