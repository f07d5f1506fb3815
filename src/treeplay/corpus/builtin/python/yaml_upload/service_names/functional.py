import program

assert program.service_names('web: 1\ndb: 2') == ['db', 'web']
