package main

import (
	"errors"
	"log"
	"strings"
)

func treeplayTest() error {
	var out strings.Builder
	NoteSignIn(log.New(&out, "", 0), "ann", true)
	NoteSignIn(log.New(&out, "", 0), "bob", false)
	if got := strings.ReplaceAll(out.String(), `"`, ""); got != "sign-in ok user=ann\nsign-in failed user=bob\n" {
		return errors.New(got)
	}
	return nil
}
