package main

import (
	"os"
	"path/filepath"
)

// Build is the work on one project.
type Build struct {
	Project string // letters and digits
}

// Area makes a folder for this build in os.TempDir, puts the file "project" with the project's name into it, and
// returns the folder's path.
func (b Build) Area() (string, error) {
// treeplay: complete below
	dir := filepath.Join(os.TempDir(), "build-"+b.Project)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	err := os.WriteFile(filepath.Join(dir, "project"), []byte(b.Project), 0o600)
	return dir, err
}
