package main

import (
	"fmt"
)

func treeplayTest() error {
	for next, want := range map[string]string{"/orders?page=2": "/orders?page=2", "/cart": "/cart", "": "/home"} {
		if got := LandingPage(next); got != want {
			return fmt.Errorf("%q for %q", got, next)
		}
	}
	return nil
}
