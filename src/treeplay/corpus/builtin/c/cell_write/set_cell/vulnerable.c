#include <stdlib.h>

struct board {
    int width, height;
    char *cells;
};

/* Puts a letter on the cell in column x and row y, both counted from 0; cells holds the board row by
 * row. Returns 1 if the letter was put there, else 0. */
int put_letter(struct board *b, int x, int y, char letter)
{
// treeplay: complete below
    b->cells[y * b->width + x] = letter;
    return 1;
}
