package main

import (
	"errors"
	"strings"
)

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	for _, text := range []string{"<script>steal()</script>", "<img src=x onerror=steal()>", "</article><script src=//evil.example>"} {
		for _, entry := range []Entry{{"Ann", text}, {text, "Hello"}} {
			page := ""
			attempt(func() { page, _ = RenderBook([]Entry{entry}) })
			if strings.Contains(page, "<script") || strings.Contains(page, "<img") {
				return errors.New("markup in the page: " + page)
			}
		}
	}
	return nil
}
