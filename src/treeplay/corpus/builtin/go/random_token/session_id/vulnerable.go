package main

import (
	crand "crypto/rand"
	"encoding/hex"
	"fmt"
	"math/rand"
)

// NewSessionID returns a new identifier of 32 lower-case hexadecimal digits.
func NewSessionID() string {
// treeplay: complete below
	raw := make([]byte, 16)
	for i := range raw {
		raw[i] = byte(rand.Intn(256))
	}
	return hex.EncodeToString(raw)
}
