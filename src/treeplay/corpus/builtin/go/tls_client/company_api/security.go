package main

import (
	"crypto/x509"
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
)

func service() *httptest.Server {
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	return server
}

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	server := service()
	defer server.Close()
	var answer *http.Response
	attempt(func() { answer, _ = InternalClient(x509.NewCertPool()).Get(server.URL) })
	if answer != nil {
		return errors.New("it talks to a server that no authority of ours vouches for")
	}
	return nil
}
