import program

assert program.labels("{{ product.name }}!", [{"name": "Tea"}]) == ["Tea!"]
products = [{"name": "Tea", "price": 4}, {"name": "Jam", "price": 3}]
assert program.labels("{{ product.name }} {{ product.price }}", products) == ["Tea 4", "Jam 3"]
