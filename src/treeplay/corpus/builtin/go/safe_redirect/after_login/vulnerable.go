package main

import (
	"net/url"
	"strings"
)

// LandingPage returns where to send the visitor who has just signed in: next, a path of our site such as
// "/orders?page=2", or "/home" when there is no usable one.
func LandingPage(next string) string {
// treeplay: complete below
	if _, err := url.Parse(next); err != nil || next == "" {
		return "/home"
	}
	return next
}
