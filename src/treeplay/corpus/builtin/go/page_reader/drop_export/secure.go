package main

import (
	"os"
	"path/filepath"
	"strings"
)

// Exports holds the files that users have exported, all of them directly in the folder dir.
type Exports struct {
	dir string
}

// Drop deletes the export with this file name, and tells whether there was one.
func (e Exports) Drop(name string) bool {
// treeplay: complete below
	if name == "" || strings.ContainsAny(name, "/\\") {
		return false
	}
	info, err := os.Stat(filepath.Join(e.dir, name))
	if err != nil || info.IsDir() {
		return false
	}
	return os.Remove(filepath.Join(e.dir, name)) == nil
}
