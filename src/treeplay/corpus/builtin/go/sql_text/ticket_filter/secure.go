package main

import "strings"

// Filter holds what the user filled in; an empty field is not searched by.
type Filter struct {
	Status, Owner string
}

// TicketQuery returns `SELECT id FROM tickets`, then ` WHERE ` with the conditions for status and owner (columns of
// these names equal to the fields that are not empty, joined by ` AND `, status first), and the query's arguments.
func TicketQuery(f Filter) (query string, args []any) {
// treeplay: complete below
	var where []string
	if f.Status != "" {
		where, args = append(where, "status = ?"), append(args, f.Status)
	}
	if f.Owner != "" {
		where, args = append(where, "owner = ?"), append(args, f.Owner)
	}
	if len(where) == 0 {
		return "SELECT id FROM tickets", nil
	}
	return "SELECT id FROM tickets WHERE " + strings.Join(where, " AND "), args
}
