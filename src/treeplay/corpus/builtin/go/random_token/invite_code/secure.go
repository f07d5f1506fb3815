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
		n, err := crand.Int(crand.Reader, big.NewInt(int64(len(letters))))
		if err != nil {
			return "", err
		}
		code.WriteByte(letters[n.Int64()])
	}
	return code.String(), nil
}
