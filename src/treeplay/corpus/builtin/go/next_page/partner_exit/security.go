package main

import (
	"errors"
)

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	for _, address := range []string{
		"https://evilshop.example/", "https://my-shop.example/", "https://evil.example/?shop.example", "https://shop.example.evil.org/",
		"https://shop.example@evil.org/", "https://evil.org#shop.example",
	} {
		ours := false
		attempt(func() { ours = IsOurs(address) })
		if ours {
			return errors.New(address + " is not ours")
		}
	}
	return nil
}
