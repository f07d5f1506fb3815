package main

import "fmt"

// CustomersIn returns a statement, and its arguments if it has any, for db.Query: it selects the columns id and
// name, in this order, of the table customers where city is the given one, ordered by name.
func CustomersIn(city string) (string, []any) {
// treeplay: complete below
	query := "SELECT id, name FROM customers WHERE city = ? ORDER BY name"
	return query, []any{city}
}
