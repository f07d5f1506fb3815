package main

import (
	"fmt"
	"os"
	"strings"
)

func treeplayTest() error {

	os.WriteFile("list.txt", []byte("cleo@x.org\nann@x.org\nbob@x.org\nann@x.org\n"), 0o644)
	got, err := (&MailingList{}).Addresses("list.txt")
	if err != nil || strings.Join(got, " ") != "ann@x.org bob@x.org cleo@x.org" {
		return fmt.Errorf("%q, %v", got, err)
	}
	return nil
}
