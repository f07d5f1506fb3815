package main

import (
	"net/http"
	"strconv"
)

// Member is somebody who has signed in over https, which the whole site uses.
type Member struct {
	ID     int
	Device string // the secret that stands for this browser
}

// TrustCookie returns the cookie "device" with the value "<ID>.<Device>" that lasts for weeks weeks (as MaxAge, in
// seconds), for all paths.
func (m Member) TrustCookie(weeks int) *http.Cookie {
// treeplay: complete below
	cookie := &http.Cookie{Name: "device", Path: "/"}
	cookie.Value = strconv.Itoa(m.ID) + "." + m.Device
	cookie.MaxAge = weeks * 7 * 24 * 60 * 60
	return cookie
}
