package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"strings"
)

func issued(user, key string) string {
	payload := base64.RawURLEncoding.EncodeToString([]byte(`{"user":"` + user + `"}`))
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte(payload))
	return payload + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	payload, _, _ := strings.Cut(issued("admin", "k1"), ".")
	_, other, _ := strings.Cut(issued("ann", "k1"), ".")
	for _, token := range []string{issued("admin", "k2"), payload + ".", payload + "." + other, payload + ".AAAA", issued("admin", "")} {
		user := ""
		attempt(func() { user, _ = UserOf(token, []byte("k1")) })
		if user == "admin" {
			return errors.New("a forged token is believed: " + token)
		}
	}
	return nil
}
