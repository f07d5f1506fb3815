package main

import (
	"net/http"
	"strings"
)

// ClientName returns the common name of the certificate that the request's client has shown, in lower case; "" if
// that is not known.
func ClientName(r *http.Request) string {
// treeplay: complete below
	if r.TLS == nil || len(r.TLS.PeerCertificates) == 0 {
		return ""
	}
	name := r.TLS.PeerCertificates[0].Subject.CommonName
	return strings.ToLower(name)
}
