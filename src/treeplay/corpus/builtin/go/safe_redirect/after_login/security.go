package main

import (
	"fmt"
	"net/url"
	"strings"
)

// leaves tells whether a browser that is sent to target goes to another site.
func leaves(target string) bool {
	target = strings.NewReplacer("\t", "", "\n", "", "\r", "", "\\", "/").Replace(strings.TrimSpace(target))
	u, err := url.Parse(target)
	return err == nil && (u.Scheme != "" || u.Host != "" || strings.HasPrefix(target, "//"))
}

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	for _, next := range []string{"https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example/x", "http:evil.example", "///evil.example", "javascript:alert(1)"} {
		target := ""
		attempt(func() { target = LandingPage(next) })
		if leaves(target) {
			return fmt.Errorf("%q leads to %q", next, target)
		}
	}
	return nil
}
