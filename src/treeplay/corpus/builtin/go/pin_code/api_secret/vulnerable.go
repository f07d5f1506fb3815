package main

import (
	crand "crypto/rand"
	"encoding/base64"
	"math/rand"
	"time"
)

// Account is a customer of the API.
type Account struct {
	Name      string
	Secret    string
	ChangedAt time.Time
}

// Renew gives the account a new secret, "sk_" and 24 random bytes in unpadded base64 for URLs, and notes the time.
func (a *Account) Renew(now time.Time) error {
// treeplay: complete below
	buf := make([]byte, 24)
	if _, err := rand.Read(buf); err != nil {
		return err
	}
	a.Secret = "sk_" + base64.RawURLEncoding.EncodeToString(buf)
	a.ChangedAt = now
	return nil
}
