package main

import (
	"errors"
	"fmt"
	"os/exec"
	"strconv"
	"strings"
)

// MatchingLines counts the lines of logFile that contain term, with the help of `grep -c`.
// No match is no error: grep then prints 0 and leaves with exit code 1.
func MatchingLines(term, logFile string) (int, error) {
// treeplay: complete below
	line := fmt.Sprintf("grep -c -F -e \"%s\" -- %s", term, logFile)
	out, err := exec.Command("bash", "-c", line).Output()
	var exit *exec.ExitError
	if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) {
		return 0, err
	}
	return strconv.Atoi(strings.TrimSpace(string(out)))
}
