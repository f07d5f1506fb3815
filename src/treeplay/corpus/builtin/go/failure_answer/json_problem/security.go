package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http/httptest"
	"strings"
)

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	for _, secret := range []string{"open /srv/booking/keys/paypal.json: permission denied", "pq: password authentication failed for user \"booker\""} {
		w := httptest.NewRecorder()
		attempt(func() {
			Booking{slog.New(slog.NewTextHandler(io.Discard, nil))}.Fail(w, fmt.Errorf("pay: %w", errors.New(secret)))
		})
		if text := w.Body.String(); strings.Contains(text, "paypal") || strings.Contains(text, "booker") {
			return errors.New("guests read: " + text)
		}
	}
	return nil
}
