import program

assert program.bold('ann') == '<b>ann</b>'
