from program import paired

codes = []
assert paired("code=ab12&goto=/devices", codes) == (302, {"Location": "/devices"})
assert paired("goto=/tv/setup&code=cd34", codes) == (302, {"Location": "/tv/setup"})
assert paired("code=ef56", codes) == (302, {"Location": "/"})
assert codes == ["ab12", "cd34", "ef56"]
