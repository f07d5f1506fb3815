import time

import program

sessions = program.Sessions()
one, two = sessions.start("ann"), sessions.start("bob")
assert one != two and len(one) == len(two) == 32
assert bytes.fromhex(one) and bytes.fromhex(two)
assert sessions.users[one][0] == "ann" and sessions.users[two][0] == "bob"
assert abs(sessions.users[one][1] - time.time()) < 60
