package main

import (
	"strconv"
	"strings"
)

// quoted puts a cell into quotation marks, as CSV wants it.
func quoted(cell string) string {
	return `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
}

// GuestLine returns the CSV line of a guest, without a line break: `12,"Ann Lee","late arrival"` for room 12.
// Name and wish are as the guest entered them online.
func GuestLine(room int, name, wish string) string {
// treeplay: complete below
	cells := []string{strconv.Itoa(room)}
	for _, text := range []string{name, wish} {
		if strings.HasPrefix(text, "=") || strings.HasPrefix(text, "+") || strings.HasPrefix(text, "-") || strings.HasPrefix(text, "@") {
			text = " " + text
		}
		cells = append(cells, quoted(text))
	}
	return strings.Join(cells, ",")
}
