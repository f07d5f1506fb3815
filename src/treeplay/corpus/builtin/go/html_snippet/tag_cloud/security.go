package main

import (
	"fmt"
	"strings"
)

func render(text string) string {
	var out strings.Builder
	WriteTags(&out, []string{"go", text})
	return out.String()
}

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {

	for _, text := range []string{
		"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><script>alert(1)</script>", "\" onfocus=\"alert(1)",
	} {
		page := ""
		attempt(func() { page = render(text) })
		low := strings.ToLower(page)
		if strings.Contains(low, "<script") || strings.Contains(low, "<img") || strings.Contains(low, "\" onfocus=\"") {
			return fmt.Errorf("markup in the page: %s", page)
		}
	}
	return nil
}
