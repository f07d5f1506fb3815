package main

import (
	crand "crypto/rand"
	"math/big"
	"math/rand"
	"strings"
)

const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"

// InviteCode returns a new code of size characters, each drawn from letters.
func InviteCode(size int) (string, error) {
// treeplay: complete below
	var code strings.Builder
	for range size {
		code.WriteByte(letters[rand.Intn(len(letters))])
	}
	return code.String(), nil
}
