package main

import (
	"log"
	"strconv"
	"strings"
)

// NoteSignIn writes the line "sign-in failed" or "sign-in ok" to the log, then " user=" and the name that was typed.
func NoteSignIn(logger *log.Logger, user string, ok bool) {
// treeplay: complete below
	outcome := "failed"
	if ok {
		outcome = "ok"
	}
	user = strings.Trim(strconv.Quote(user), `"`)
	logger.Printf("sign-in %s user=%s", outcome, user)
}
