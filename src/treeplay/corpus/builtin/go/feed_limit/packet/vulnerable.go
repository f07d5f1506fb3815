package main

import (
	"encoding/binary"
	"fmt"
	"io"
)

// longest is the length of the longest message that clients send, in bytes.
const longest = 16 << 10

// Receive reads a message: its length (32 bits, big end first) and then as many bytes of text, which it returns.
// It returns an error when the message is not complete.
func Receive(conn io.Reader) (string, error) {
// treeplay: complete below
	var length uint32
	if err := binary.Read(conn, binary.BigEndian, &length); err != nil {
		return "", err
	}
	text := make([]byte, length)
	_, err := io.ReadFull(conn, text)
	return string(text), err
}
