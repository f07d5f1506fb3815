package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
)

func squeezed(data []byte) []byte {
	var buffer bytes.Buffer
	out := gzip.NewWriter(&buffer)
	out.Write(data)
	out.Close()
	return buffer.Bytes()
}

func treeplayTest() error {
	if got, err := Unpack(squeezed([]byte("t=21.5"))); err != nil || string(got) != "t=21.5" {
		return fmt.Errorf("%q, %v", got, err)
	}
	if _, err := Unpack([]byte("t=21.5")); err == nil {
		return errors.New("no error for what is not compressed")
	}
	return nil
}
