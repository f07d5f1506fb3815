package main

import (
	"bytes"
	"os/exec"
	"strings"
)

// MailingList keeps one address a line in text files.
type MailingList struct {
	Locale string // for sort, "C" if empty
}

// Addresses returns the different lines of the text file, in the order that `sort -u` gives them.
func (m *MailingList) Addresses(file string) ([]string, error) {
// treeplay: complete below
	var out bytes.Buffer
	cmd := exec.Command("sort", "-u", "--", file)
	cmd.Stdout = &out
	if err := cmd.Run(); err != nil {
		return nil, err
	}
	return strings.Fields(out.String()), nil
}
