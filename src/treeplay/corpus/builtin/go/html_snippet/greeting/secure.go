package main

import (
	"fmt"
	"html"
	"strings"
)

// Greeting returns the paragraph for the start page: `<p class="hello">Hello, Ann!</p>` for the name Ann,
// and `<p class="hello">Hello!</p>` when the name is empty.
func Greeting(name string) string {
// treeplay: complete below
	name = strings.TrimSpace(name)
	if name == "" {
		return `<p class="hello">Hello!</p>`
	}
	return fmt.Sprintf(`<p class="hello">Hello, %s!</p>`, html.EscapeString(name))
}
