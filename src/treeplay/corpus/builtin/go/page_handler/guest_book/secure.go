package main

import (
	"bytes"
	htmltemplate "html/template"
	"text/template"
)

// Entry is what a guest wrote.
type Entry struct {
	Name, Text string
}

const book = `{{range .}}<article><b>{{.Name}}</b> {{.Text}}</article>{{end}}`

// RenderBook returns the page part that the template book makes of the entries.
func RenderBook(entries []Entry) (string, error) {
// treeplay: complete below
	page, err := htmltemplate.New("book").Parse(book)
	if err != nil {
		return "", err
	}
	var out bytes.Buffer
	err = page.Execute(&out, entries)
	return out.String(), err
}
