package main

import (
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"net/url"
)

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	jar, _ := cookiejar.New(nil)
	home, _ := url.Parse("https://members.example/")
	open, _ := url.Parse("http://members.example/")
	attempt(func() { jar.SetCookies(home, []*http.Cookie{Member{ID: 7, Device: "k3y"}.TrustCookie(2)}) })
	if sent := jar.Cookies(open); len(sent) > 0 {
		return fmt.Errorf("sent without encryption: %v", sent)
	}
	return nil
}
