package main

import (
	"crypto/x509"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"time"
)

func service() *httptest.Server {
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	return server
}

func treeplayTest() error {
	server := service()
	defer server.Close()
	company := x509.NewCertPool()
	company.AddCert(server.Certificate())
	client := InternalClient(company)
	answer, err := client.Get(server.URL)
	if err != nil || answer.StatusCode != 200 || client.Timeout != 10*time.Second {
		return fmt.Errorf("%v, %v", answer, err)
	}
	return nil
}
