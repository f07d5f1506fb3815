package main

import (
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
)

// Prices takes messages of the supplier, each with its Ed25519 signature, in hex, in the header X-Signature.
type Prices struct {
	Supplier ed25519.PublicKey
	Current  map[string]int
}

// ServeHTTP takes the prices of the message over into p.Current and answers 204; the body is JSON like {"tea": 350}.
// It answers 400 to what is no such message.
func (p *Prices) ServeHTTP(w http.ResponseWriter, r *http.Request) {
// treeplay: complete below
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<16))
	signature, bad := hex.DecodeString(r.Header.Get("X-Signature"))
	if err != nil || bad != nil || !ed25519.Verify(p.Supplier, body, signature) {
		http.Error(w, "no message of the supplier", http.StatusBadRequest)
		return
	}
	if json.Unmarshal(body, &p.Current) != nil {
		http.Error(w, "no prices", http.StatusBadRequest)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
