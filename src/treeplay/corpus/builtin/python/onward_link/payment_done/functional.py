from program import payment_done

assert payment_done("/thanks", 7) == "https://tickets.example/thanks?order=7"
assert payment_done("/seats/row", 12) == "https://tickets.example/seats/row?order=12"
