package main

import (
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http/httptest"
)

// connect opens a connection to a server for example.com.
func connect(name string, known bool) error {
	server := httptest.NewUnstartedServer(nil)
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	defer server.Close()
	signers := x509.NewCertPool()
	if known {
		signers.AddCert(server.Certificate())
	}
	conn, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		panic(err)
	}
	defer conn.Close()
	secured, err := (&Terminal{Gateway: name, Signers: signers}).Connect(conn)
	if err == nil {
		err = secured.Handshake()
	}
	return err
}

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	for name, known := range map[string]bool{"example.com": false, "gateway.bank.test": true} {
		err := errors.New("a panic")
		attempt(func() { err = connect(name, known) })
		if err == nil {
			return fmt.Errorf("it trusts a stranger's certificate for %s", name)
		}
	}
	return nil
}
