package main

import (
	"context"
	"database/sql"
)

// Invoices reads the table invoices (number, company, state).
type Invoices struct {
	DB *sql.DB
}

// scanNumbers returns the only column of rows, and closes them.
func scanNumbers(rows *sql.Rows) (numbers []int, err error) {
	defer rows.Close()
	for rows.Next() {
		var number int
		if err := rows.Scan(&number); err != nil {
			return nil, err
		}
		numbers = append(numbers, number)
	}
	return numbers, rows.Err()
}

// InState returns the column number of the rows where company and state (in this order in the condition, joined by
// AND) are the given ones. The database gives them in the right order by itself.
func (i *Invoices) InState(ctx context.Context, company, state string) ([]int, error) {
// treeplay: complete below
	const query = "SELECT number FROM invoices WHERE company = ? AND state = ?"
	rows, err := i.DB.QueryContext(ctx, query, company, state)
	if err != nil {
		return nil, err
	}
	return scanNumbers(rows)
}
