package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
)

// ErrSoldOut is what guests may hear when there is no seat left.
var ErrSoldOut = errors.New("sold out")

// Booking answers the requests of guests.
type Booking struct {
	Log *slog.Logger
}

// Fail answers with JSON {"error": TEXT}: code 409 and the text "sold out" for ErrSoldOut, else code 500 and a text.
// The error is logged.
func (b Booking) Fail(w http.ResponseWriter, err error) {
// treeplay: complete below
	code, text := http.StatusInternalServerError, "the booking failed"
	if errors.Is(err, ErrSoldOut) {
		code, text = http.StatusConflict, ErrSoldOut.Error()
	}
	b.Log.Error("booking", "error", err)
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	json.NewEncoder(w).Encode(map[string]string{"error": text})
}
