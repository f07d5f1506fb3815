package main

import "errors"

// ErrNotFound is returned when there is nothing for the user to see.
var ErrNotFound = errors.New("no such note")

// Note is a user's private note.
type Note struct {
	ID          int
	Owner, Text string
}

// Notebook keeps the notes of all users by their numbers.
type Notebook struct {
	notes map[int]Note
}

// Text returns what the note id says to user, who has signed in, or ErrNotFound.
func (n *Notebook) Text(user string, id int) (string, error) {
// treeplay: complete below
	note, ok := n.notes[id]
	if !ok {
		return "", ErrNotFound
	}
	return note.Text, nil
}
