package main

import (
	"fmt"
	"net/http/httptest"
	"time"
)

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	w := httptest.NewRecorder()
	attempt(func() { OpenSession(w, "abc123", time.Hour) })
	for _, c := range w.Result().Cookies() {
		if !c.Secure {
			return fmt.Errorf("sent without encryption too: %v", c)
		}
	}
	return nil
}
