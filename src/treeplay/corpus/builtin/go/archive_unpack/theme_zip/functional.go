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

func treeplayTest() error {
	if err := InstallTheme(packed("style.css", "img/logo.svg"), "theme"); err != nil {
		return err
	}
	for _, name := range []string{"style.css", "img/logo.svg"} {
		if data, err := os.ReadFile("theme/" + name); err != nil || string(data) != "from "+name {
			return fmt.Errorf("%s: %q, %v", name, data, err)
		}
	}
	return nil
}
