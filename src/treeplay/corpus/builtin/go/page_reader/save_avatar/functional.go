package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func treeplayTest() error {

	os.Mkdir("avatars", 0o755)
	where, err := SaveAvatar("ann.png", []byte("PNG1"))
	if err != nil || filepath.Clean(where) != filepath.Join("avatars", "ann.png") {
		return fmt.Errorf("%q, %v", where, err)
	}
	if data, err := os.ReadFile("avatars/ann.png"); err != nil || string(data) != "PNG1" {
		return fmt.Errorf("the file holds %q, %v", data, err)
	}
	return nil
}
