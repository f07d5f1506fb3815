package main

import (
	"net/url"
	"strings"
)

// IsOurs tells whether address is an https address on shop.example or on a host below it, such as
// "https://tea.shop.example/thanks".
func IsOurs(address string) bool {
// treeplay: complete below
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" || u.User != nil {
		return false
	}
	host := strings.ToLower(u.Hostname())
	return host == "shop.example" || strings.HasSuffix(host, ".shop.example")
}
