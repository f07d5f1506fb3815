package main

import (
	"database/sql"
	"errors"
	"fmt"
)

// ErrNoMember is returned when nobody has the nickname.
var ErrNoMember = errors.New("no such member")

// Email returns the column email of the row of the table members where nick is the given one.
func Email(db *sql.DB, nick string) (string, error) {
// treeplay: complete below
	var email string
	err := db.QueryRow("SELECT email FROM members WHERE nick = ?", nick).Scan(&email)
	if errors.Is(err, sql.ErrNoRows) {
		return "", ErrNoMember
	}
	return email, err
}
