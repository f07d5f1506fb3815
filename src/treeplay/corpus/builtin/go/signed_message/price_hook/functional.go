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

func treeplayTest() error {
	p := &Prices{Supplier: own.Public().(ed25519.PublicKey), Current: map[string]int{"tea": 300, "milk": 99}}
	if code := send(p, `{"tea": 350}`, sign(own, `{"tea": 350}`)); code != 204 || p.Current["tea"] != 350 || p.Current["milk"] != 99 {
		return fmt.Errorf("%d, %v", code, p.Current)
	}
	if code := send(p, `{"tea"`, sign(own, `{"tea"`)); code != 400 {
		return fmt.Errorf("%d for what is no JSON", code)
	}
	return nil
}
