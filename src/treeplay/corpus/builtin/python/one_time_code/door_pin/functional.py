import program

lock = program.Lock(12)
pins = []
for _ in range(20):
    pins.append(program.renew_pin(lock))
    assert lock.pin == pins[-1] and 100000 <= lock.pin <= 999999
assert len(set(pins)) > 10
