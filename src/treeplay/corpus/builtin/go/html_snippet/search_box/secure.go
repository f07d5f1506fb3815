package main

import (
	"html"
	"strconv"
	"strings"
)

// SearchBox is the input element at the top of every page.
type SearchBox struct {
	Last string // what the visitor typed last
	Size int
}

// HTML returns the element, for example `<input name="q" size="20" value="red shoes">`.
func (b SearchBox) HTML() string {
// treeplay: complete below
	var s strings.Builder
	s.WriteString(`<input name="q" size="` + strconv.Itoa(b.Size) + `"`)
	s.WriteString(` value="` + html.EscapeString(b.Last) + `">`)
	return s.String()
}
