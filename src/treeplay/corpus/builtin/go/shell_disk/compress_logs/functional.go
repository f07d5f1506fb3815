package main

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"os"
)

func treeplayTest() error {
	os.MkdirAll("all/web", 0o755)
	os.WriteFile("all/web/a.log", []byte("one"), 0o644)
	if err := (Archiver{Base: "all"}).Pack("web.tgz", "web"); err != nil {
		return err
	}
	file, err := os.Open("web.tgz")
	if err != nil {
		return err
	}
	plain, err := gzip.NewReader(file)
	if err != nil {
		return err
	}
	names := ""
	for archive := tar.NewReader(plain); ; {
		header, err := archive.Next()
		if err != nil {
			break
		}
		names += header.Name + " "
	}
	if names != "web/ web/a.log " {
		return errors.New(names)
	}
	return nil
}
