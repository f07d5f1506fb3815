package main

import (
	"fmt"
)

func treeplayTest() error {
	if p, err := ParsePrinter("lobby.office:9100 "); err != nil || p != (Printer{"lobby.office", 9100}) {
		return fmt.Errorf("%v, %v", p, err)
	}
	for _, text := range []string{"lobby.office", ":9100", "lobby.office:lpd", ""} {
		if _, err := ParsePrinter(text); err == nil {
			return fmt.Errorf("no error for %q", text)
		}
	}
	return nil
}
