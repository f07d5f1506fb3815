package main

import (
	"crypto/ed25519"
	"encoding/hex"
	"fmt"
	"net/http/httptest"
	"strings"
)

var own, other = ed25519.NewKeyFromSeed(make([]byte, 32)), ed25519.NewKeyFromSeed([]byte("another key, also of 32 bytes...")[:32])

func sign(key ed25519.PrivateKey, body string) string {
	return hex.EncodeToString(ed25519.Sign(key, []byte(body)))
}

func send(p *Prices, body, signature string) int {
	r := httptest.NewRequest("POST", "/prices", strings.NewReader(body))
	if signature != "" {
		r.Header.Set("X-Signature", signature)
	}
	w := httptest.NewRecorder()
	p.ServeHTTP(w, r)
	return w.Code
}

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	for _, signature := range []string{"", sign(other, `{"tea": 1}`), sign(own, `{"tea": 350}`), "00", "no hex"} {
		p := &Prices{Supplier: own.Public().(ed25519.PublicKey), Current: map[string]int{"tea": 300}}
		attempt(func() { send(p, `{"tea": 1}`, signature) })
		if p.Current["tea"] == 1 {
			return fmt.Errorf("the price of a stranger is taken over, signature %q", signature)
		}
	}
	return nil
}
