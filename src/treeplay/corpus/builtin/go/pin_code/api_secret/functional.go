package main

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"time"
)

func treeplayTest() error {
	now := time.Unix(1700000000, 0)
	a, b := Account{Name: "acme"}, Account{Name: "bits"}
	if err := errors.Join(a.Renew(now), b.Renew(now)); err != nil {
		return err
	}
	raw, err := base64.RawURLEncoding.DecodeString(strings.TrimPrefix(a.Secret, "sk_"))
	if err != nil || len(raw) != 24 || !strings.HasPrefix(a.Secret, "sk_") || a.Secret == b.Secret || !a.ChangedAt.Equal(now) {
		return fmt.Errorf("%v, %v", a, err)
	}
	return nil
}
