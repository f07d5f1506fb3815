from program import return_address

assert return_address({"item": "4", "back": "/cart"}) == "https://shop.example/cart"
assert return_address({"back": "/hats?page=2"}) == "https://shop.example/hats?page=2"
assert return_address({"item": "4"}) == "https://shop.example/"
