import program

assert program.post_header('title: x\n---\ntext') == {'title': 'x'}
