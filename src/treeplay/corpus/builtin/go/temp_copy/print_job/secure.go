package main

import (
	"os"
	"path/filepath"
	"strings"
)

// SpoolFile writes text, with a line break at its end, to a temporary file in os.TempDir and returns the file's path,
// which ends in ".txt".
func SpoolFile(text string) (string, error) {
// treeplay: complete below
	file, err := os.CreateTemp("", "print-*.txt")
	if err != nil {
		return "", err
	}
	defer file.Close()
	_, err = file.WriteString(strings.TrimSuffix(text, "\n") + "\n")
	return file.Name(), err
}
