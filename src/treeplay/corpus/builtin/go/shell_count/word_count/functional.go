package main

import (
	"errors"
	"fmt"
	"os"
)

func treeplayTest() error {

	os.WriteFile("letter.txt", []byte("Dear Ann,\nhow are you?\n"), 0o644)
	if n, err := WordCount("letter.txt"); err != nil || n != 5 {
		return fmt.Errorf("%d, %v", n, err)
	}
	if _, err := WordCount("none.txt"); err == nil {
		return errors.New("no error for a file that is not there")
	}
	return nil
}
