package main

import (
	"context"
	"os/exec"
	"strconv"
	"time"
)

// Preview returns what `head` prints of the first count lines of a file. It gives up after five seconds.
func Preview(ctx context.Context, file string, count int) (string, error) {
// treeplay: complete below
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, "head", "-n", strconv.Itoa(count), "--", file)
	text, err := cmd.CombinedOutput()
	return string(text), err
}
