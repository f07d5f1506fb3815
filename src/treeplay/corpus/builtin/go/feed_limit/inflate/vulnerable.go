package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
)

// reportSize is what an unpacked report has at most.
const reportSize = 64 << 10

// Unpack returns the report that was compressed with gzip. It returns an error when packed is no such report.
func Unpack(packed []byte) ([]byte, error) {
// treeplay: complete below
	stream, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	defer stream.Close()
	return io.ReadAll(stream)
}
