package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
)

const avatarFolder = "avatars"

// SaveAvatar writes image to the file fileName in avatarFolder, which exists, and returns the file's path,
// "avatars/ann.png" for "ann.png".
func SaveAvatar(fileName string, image []byte) (string, error) {
// treeplay: complete below
	if fileName == "" {
		return "", errors.New("no file name")
	}
	target := filepath.Join(avatarFolder, fileName)
	return target, os.WriteFile(target, image, 0o644)
}
