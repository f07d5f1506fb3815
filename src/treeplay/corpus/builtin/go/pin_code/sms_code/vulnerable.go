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
	n := rand.Int63n(100_000_000)
	return fmt.Sprintf("%08d", n), nil
}
