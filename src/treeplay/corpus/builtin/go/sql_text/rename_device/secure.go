package main

import "strings"

// Statement is a text for the database and the arguments that go with it.
type Statement struct {
	Text string
	Args []any
}

// SetLabel fills s with the update of the table devices that sets label where serial is the given serial number.
// Spaces around the label are left out.
func (s *Statement) SetLabel(serial, label string) {
// treeplay: complete below
	label = strings.TrimSpace(label)
	s.Text = "UPDATE devices SET label = ? WHERE serial = ?"
	s.Args = []any{label, serial}
}
