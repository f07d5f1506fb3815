package main

import (
	crand "crypto/rand"
	"fmt"
	"math/big"
	"math/rand"
)

// SMSCode returns a new code of exactly eight decimal digits, which may begin with zeros.
func SMSCode() (string, error) {
// treeplay: complete below
	n, err := crand.Int(crand.Reader, big.NewInt(100_000_000))
	if err != nil {
		return "", fmt.Errorf("no code: %w", err)
	}
	return fmt.Sprintf("%08d", n), nil
}
