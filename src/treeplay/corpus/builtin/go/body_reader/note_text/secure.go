package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

// maxNote is the size of the longest note, in bytes.
const maxNote = 4096

// ReadNote returns the text that the client sends, without the spaces around it.
// It returns an error when the text cannot be read.
func ReadNote(client io.Reader) (string, error) {
// treeplay: complete below
	data, err := io.ReadAll(io.LimitReader(client, maxNote+1))
	if err != nil {
		return "", fmt.Errorf("note: %w", err)
	}
	if len(data) > maxNote {
		return "", errors.New("note: too long")
	}
	return strings.TrimSpace(string(data)), nil
}
