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
	if _, err := crand.Read(raw); err != nil {
		panic(fmt.Sprintf("no session identifier: %v", err))
	}
	return hex.EncodeToString(raw)
}
