package main

import (
	"fmt"
	"os"
)

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {

	os.MkdirAll("avatars/x", 0o755)
	os.MkdirAll("avatars-old", 0o755)
	outside := []string{"site.css", "avatars-old/site.css"}
	for _, file := range outside {
		for _, name := range []string{"../" + file, "x/../../" + file, "./../" + file, "....//" + file} {
			os.WriteFile(file, []byte("body {}"), 0o644)
			attempt(func() { SaveAvatar(name, []byte("PNG")) })
			if data, _ := os.ReadFile(file); string(data) != "body {}" {
				return fmt.Errorf("%s was written over", name)
			}
		}
	}
	return nil
}
