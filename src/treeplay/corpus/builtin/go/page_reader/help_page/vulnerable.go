package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// HelpPage returns the text of the page name, for example "guide/start.md", in the folder root.
// It returns an error when there is no such page.
func HelpPage(root, name string) (string, error) {
// treeplay: complete below
	data, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		return "", err
	}
	return string(data), nil
}
