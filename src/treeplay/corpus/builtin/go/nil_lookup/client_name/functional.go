package main

import (
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"net/http/httptest"
)

func treeplayTest() error {
	r := httptest.NewRequest("GET", "https://api.example/", nil)
	r.TLS = &tls.ConnectionState{}
	if got := ClientName(r); got != "" {
		return errors.New(got)
	}
	r.TLS.PeerCertificates = []*x509.Certificate{{Subject: pkix.Name{CommonName: "Scanner-7"}}}
	if got := ClientName(r); got != "scanner-7" {
		return errors.New(got)
	}
	return nil
}
