package main

import (
	"errors"
	"net/http/httptest"
	"net/url"
	"strings"
)

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	for _, term := range []string{"<script>steal()</script>", "</h1><svg onload=steal()>", "<IMG SRC=x onerror=steal()>"} {
		w := httptest.NewRecorder()
		attempt(func() {
			SearchPage([]string{"cake"})(w, httptest.NewRequest("GET", "/?term="+url.QueryEscape(term), nil))
		})
		page := strings.ToLower(w.Body.String())
		for _, tag := range []string{"<script", "<svg", "<img"} {
			if strings.Contains(page, tag) {
				return errors.New("markup in the page: " + page)
			}
		}
	}
	return nil
}
