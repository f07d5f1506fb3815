import program

fetched = []


def fetch(url):
    fetched.append(url)
    return '{"on": true}'


assert program.device_status("10.1.0.4", "fan", fetch) == {"on": True}
assert program.device_status("10.1.0.9", "lock", fetch) == {"on": True}
assert fetched == ["http://10.1.0.4/status?part=fan", "http://10.1.0.9/status?part=lock"]
