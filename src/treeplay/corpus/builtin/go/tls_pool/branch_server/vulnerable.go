package main

import (
	"crypto/tls"
	"crypto/x509"
)

// BranchConfig returns the configuration of a server that shows the certificate own, speaks TLS 1.3, and has the
// branches, whose certificates the authorities in branches have signed, show theirs.
func BranchConfig(own tls.Certificate, branches *x509.CertPool) *tls.Config {
// treeplay: complete below
	config := &tls.Config{Certificates: []tls.Certificate{own}, MinVersion: tls.VersionTLS13}
	config.ClientCAs = branches
	config.ClientAuth = tls.RequireAnyClientCert
	return config
}
