package main

import (
	"fmt"
	"os"
)

// Logins is a file with a line "host user password" for each server that is backed up.
type Logins struct {
	File string // may not exist yet
}

// Add appends the line of one more server.
func (l *Logins) Add(host, user, password string) error {
// treeplay: complete below
	file, err := os.OpenFile(l.File, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = fmt.Fprintln(file, host, user, password)
	return err
}
