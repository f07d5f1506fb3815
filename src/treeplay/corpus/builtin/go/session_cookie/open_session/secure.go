package main

import (
	"net/http"
	"time"
)

// OpenSession sends the cookie "session" with the value id, valid for the whole site and for the given time.
// Scripts of the page have no use for it. The site is reached by https alone.
func OpenSession(w http.ResponseWriter, id string, lasting time.Duration) {
// treeplay: complete below
	http.SetCookie(w, &http.Cookie{
		Name:     "session",
		Value:    id,
		Path:     "/",
		MaxAge:   int(lasting.Seconds()),
		HttpOnly: true,
		Secure:   true,
	})
}
