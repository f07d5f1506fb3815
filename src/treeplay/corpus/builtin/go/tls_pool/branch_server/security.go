package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"math/big"
	"net"
	"strings"
	"time"
)

// identities gives a certificate that authority has signed, and one of nobody's.
func identities() (authority *x509.CertPool, known, stranger tls.Certificate) {
	issue := func(name string) tls.Certificate {
		key := ed25519.NewKeyFromSeed([]byte((name + strings.Repeat(".", 32))[:32]))
		template := &x509.Certificate{
			SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name}, NotAfter: time.Unix(1<<33, 0), IsCA: true,
			BasicConstraintsValid: true, DNSNames: []string{name}, KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign,
			ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageAny},
		}
		der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
		if err != nil {
			panic(err)
		}
		leaf, _ := x509.ParseCertificate(der)
		return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key, Leaf: leaf}
	}
	authority, known, stranger = x509.NewCertPool(), issue("known.test"), issue("stranger.test")
	authority.AddCert(known.Leaf)
	return
}

// serve lets a client that shows a certificate connect, and returns the server's opinion.
func serve(branches *x509.CertPool, own, shown tls.Certificate) error {
	near, far := net.Pipe()
	defer near.Close()
	defer far.Close()
	client := &tls.Config{InsecureSkipVerify: true}
	client.GetClientCertificate = func(*tls.CertificateRequestInfo) (*tls.Certificate, error) { return &shown, nil }
	go func() {
		conn := tls.Client(far, client)
		conn.Handshake()
		conn.Read(make([]byte, 1))
	}()
	server := BranchConfig(own, branches)
	server.SessionTicketsDisabled = true
	return tls.Server(near, server).Handshake()
}

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	branches, known, stranger := identities()
	for _, shown := range []tls.Certificate{stranger, {}} {
		err := errors.New("a panic")
		attempt(func() { err = serve(branches, known, shown) })
		if err == nil {
			return errors.New("the server lets in who is no branch")
		}
	}
	return nil
}
