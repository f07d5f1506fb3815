package main

import (
	"fmt"
	"os/exec"
	"strconv"
	"strings"
)

// WordCount returns the number of words in the file path, as `wc -w` counts them.
// It returns an error when wc fails.
func WordCount(path string) (int, error) {
// treeplay: complete below
	out, err := exec.Command("wc", "-w", "--", path).Output()
	if err != nil {
		return 0, fmt.Errorf("wc: %w", err)
	}
	return strconv.Atoi(strings.Fields(string(out))[0])
}
