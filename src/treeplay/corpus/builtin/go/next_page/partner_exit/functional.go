package main

import (
	"errors"
)

func treeplayTest() error {
	for address, want := range map[string]bool{
		"https://shop.example/": true, "https://tea.shop.example/thanks": true, "https://other.example/": false, "http://shop.example/": false, "/cart": false,
	} {
		if IsOurs(address) != want {
			return errors.New(address)
		}
	}
	return nil
}
