import program

assert program.greeting('ann') == '<p>Hello ann</p>'
