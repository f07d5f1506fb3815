package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
)

func packed(names ...string) *zip.Reader {
	var buffer bytes.Buffer
	out := zip.NewWriter(&buffer)
	for _, name := range names {
		file, _ := out.Create(name)
		io.WriteString(file, "from "+name)
	}
	out.Close()
	archive, _ := zip.NewReader(bytes.NewReader(buffer.Bytes()), int64(buffer.Len()))
	return archive
}

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	for _, name := range []string{"../index.html", "img/../../index.html", "./../index.html", "../theme-2/index.html"} {
		os.MkdirAll("theme/img", 0o755)
		os.MkdirAll("theme-2", 0o755)
		os.WriteFile("index.html", []byte("home"), 0o644)
		os.WriteFile("theme-2/index.html", []byte("home"), 0o644)
		attempt(func() { InstallTheme(packed("style.css", name), "theme") })
		for _, file := range []string{"index.html", "theme-2/index.html"} {
			if data, _ := os.ReadFile(file); string(data) != "home" {
				return fmt.Errorf("%s was written over", name)
			}
		}
	}
	return nil
}
