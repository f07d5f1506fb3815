package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func treeplayTest() error {
	dir, err := Build{"web"}.Area()
	if err != nil || filepath.Dir(dir) != filepath.Clean(os.TempDir()) {
		return fmt.Errorf("%q, %v", dir, err)
	}
	if data, _ := os.ReadFile(filepath.Join(dir, "project")); string(data) != "web" {
		return fmt.Errorf("%q", data)
	}
	return nil
}
