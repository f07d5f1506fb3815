package main

import (
	"fmt"
	"net/http/httptest"
	"net/url"
)

func out(to string) *httptest.ResponseRecorder {
	site, _ := url.Parse("https://paper.example/")
	w := httptest.NewRecorder()
	SignOut(site)(w, httptest.NewRequest("GET", "https://paper.example/out?to="+url.QueryEscape(to), nil))
	return w
}

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	for _, to := range []string{"https://evil.example/", "//evil.example/x", "http://evil.example", "https://paper.example.evil.example/", "https://paper.example@evil.example/"} {
		var w *httptest.ResponseRecorder
		attempt(func() { w = out(to) })
		if w == nil {
			continue
		}
		target, err := url.Parse(w.Header().Get("Location"))
		if err == nil && target.Host != "" && target.Host != "paper.example" {
			return fmt.Errorf("%q leads to %s", to, target)
		}
	}
	return nil
}
