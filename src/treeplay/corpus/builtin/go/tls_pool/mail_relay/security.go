package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"fmt"
	"io"
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

// relay upgrades a connection to a relay that answers with a line and shows a certificate; it reports the outcome.
func relay(line string, shown tls.Certificate, host string, trusted *x509.CertPool) error {
	near, far := net.Pipe()
	defer near.Close()
	defer far.Close()
	go func() {
		io.ReadFull(far, make([]byte, len("STARTTLS\r\n")))
		io.WriteString(far, line+"\r\n")
		conn := tls.Server(far, &tls.Config{Certificates: []tls.Certificate{shown}, SessionTicketsDisabled: true})
		conn.Handshake()
		io.WriteString(conn, "hello")
	}()
	conn, err := Upgrade(near, host, trusted)
	if err == nil {
		_, err = io.ReadFull(conn, make([]byte, 5))
	}
	return err
}

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	trusted, known, stranger := identities()
	for host, shown := range map[string]tls.Certificate{"known.test": stranger, "stranger.test": stranger, "relay.test": known} {
		err := errors.New("a panic")
		attempt(func() { err = relay("220 go on", shown, host, trusted) })
		if err == nil {
			return fmt.Errorf("mail for %s goes to somebody else", host)
		}
	}
	return nil
}
