package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func treeplayTest() error {
	name, err := SpoolFile("page 1")
	if err != nil || filepath.Dir(name) != filepath.Clean(os.TempDir()) || filepath.Ext(name) != ".txt" {
		return fmt.Errorf("%q, %v", name, err)
	}
	if data, _ := os.ReadFile(name); string(data) != "page 1\n" {
		return fmt.Errorf("%q", data)
	}
	return nil
}
