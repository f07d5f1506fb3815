package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
)

func issued(user, key string) string {
	payload := base64.RawURLEncoding.EncodeToString([]byte(`{"user":"` + user + `"}`))
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte(payload))
	return payload + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

func treeplayTest() error {
	if user, err := UserOf(issued("ann", "k1"), []byte("k1")); err != nil || user != "ann" {
		return fmt.Errorf("%q, %v", user, err)
	}
	if _, err := UserOf("hello", []byte("k1")); err == nil {
		return errors.New("no error for what is no token")
	}
	return nil
}
