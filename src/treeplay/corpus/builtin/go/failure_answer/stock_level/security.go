package main

import (
	"errors"
	"fmt"
	"io"
	"log"
	"net/http/httptest"
	"strings"
)

func lookup(article string) (int, error) {
	if article == "tea" {
		return 12, nil
	}
	return 0, errors.New("dial postgres://shop:hunter2@10.1.2.3/stock: connection refused")
}

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	w := httptest.NewRecorder()
	attempt(func() {
		StockLevel(lookup, log.New(io.Discard, "", 0))(w, httptest.NewRequest("GET", "/?article=milk", nil))
	})
	if text := fmt.Sprint(w.Body, w.Header()); strings.Contains(text, "10.1.2.3") || strings.Contains(text, "hunter2") {
		return errors.New("visitors read: " + text)
	}
	return nil
}
