package main

import (
	"crypto/x509"
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

func treeplayTest() error {
	if err := connect("example.com", true); err != nil {
		return err
	}
	return nil
}
