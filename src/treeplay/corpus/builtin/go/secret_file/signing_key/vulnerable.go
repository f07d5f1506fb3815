package main

import (
	"bytes"
	"encoding/pem"
	"os"
)

// SaveKey writes the key (PKCS #8) to the file path as a PEM block of the type "PRIVATE KEY".
func SaveKey(path string, key []byte) error {
// treeplay: complete below
	var text bytes.Buffer
	if err := pem.Encode(&text, &pem.Block{Type: "PRIVATE KEY", Bytes: key}); err != nil {
		return err
	}
	return os.WriteFile(path, text.Bytes(), 0o644)
}
