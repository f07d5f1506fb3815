package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"strings"
)

// ErrToken is returned for what is no token of ours.
var ErrToken = errors.New("not a token")

// UserOf returns the field "user" of a token "PAYLOAD.SIGNATURE": unpadded URL base64 of a JSON object, and that of
// the HMAC-SHA256, under key, of the text PAYLOAD.
func UserOf(token string, key []byte) (string, error) {
// treeplay: complete below
	payload, signature, _ := strings.Cut(token, ".")
	given, err := base64.RawURLEncoding.DecodeString(signature)
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(payload))
	if err != nil || !hmac.Equal(given, mac.Sum(nil)) {
		return "", ErrToken
	}
	var claims struct{ User string }
	data, err := base64.RawURLEncoding.DecodeString(payload)
	if err != nil || json.Unmarshal(data, &claims) != nil {
		return "", ErrToken
	}
	return claims.User, nil
}
