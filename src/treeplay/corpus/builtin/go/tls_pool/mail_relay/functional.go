package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
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

func treeplayTest() error {
	trusted, known, _ := identities()
	if err := relay("220 go on", known, "known.test", trusted); err != nil {
		return err
	}
	if err := relay("454 not now", known, "known.test", trusted); err == nil {
		return errors.New("no error when the relay refuses")
	}
	return nil
}
