package main

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// extract writes the content of a file in an archive to target, whose folders it makes.
func extract(file *zip.File, target string) error {
	source, err := file.Open()
	if err != nil {
		return err
	}
	defer source.Close()
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
		return err
	}
	data, err := io.ReadAll(io.LimitReader(source, 1<<20))
	if err != nil {
		return err
	}
	return os.WriteFile(target, data, 0o644)
}

// InstallTheme unpacks all files of the archive into dir, in the subfolders that their names tell.
func InstallTheme(archive *zip.Reader, dir string) error {
// treeplay: complete below
	for _, file := range archive.File {
		if strings.HasSuffix(file.Name, "/") {
			continue
		}
		if err := extract(file, filepath.Join(dir, file.Name)); err != nil {
			return fmt.Errorf("%s: %w", file.Name, err)
		}
	}
	return nil
}
