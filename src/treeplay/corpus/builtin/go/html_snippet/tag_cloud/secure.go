package main

import (
	"html"
	"io"
	"sort"
	"strings"
)

// WriteTags writes the tags to out as `<ul><li>go</li><li>web</li></ul>`, sorted by name.
func WriteTags(out io.Writer, tags []string) error {
// treeplay: complete below
	sorted := append([]string(nil), tags...)
	sort.Strings(sorted)
	var list strings.Builder
	for _, tag := range sorted {
		list.WriteString("<li>" + html.EscapeString(tag) + "</li>")
	}
	_, err := io.WriteString(out, "<ul>"+list.String()+"</ul>")
	return err
}
