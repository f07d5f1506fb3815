from program import token_cookies

for access, refresh in (("aa1", "bb2"), ("cc3", "dd4")):
    values = token_cookies(access, refresh)
    pairs = [value.split(";")[0].strip() for value in values]
    assert pairs == [f"access={access}", f"refresh={refresh}"], values
