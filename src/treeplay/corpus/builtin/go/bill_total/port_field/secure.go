package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Printer is where a printer listens.
type Printer struct {
	Host string
	Port uint16
}

// ParsePrinter reads "host:port", for example "lobby.office:9100".
// It returns an error when the text does not name a printer.
func ParsePrinter(text string) (p Printer, err error) {
// treeplay: complete below
	host, port, found := strings.Cut(strings.TrimSpace(text), ":")
	if !found || host == "" {
		return p, errors.New("host:port expected")
	}
	number, err := strconv.ParseUint(port, 10, 16)
	if err != nil {
		return p, fmt.Errorf("port: %w", err)
	}
	return Printer{Host: host, Port: uint16(number)}, nil
}
