#include <string.h>

#define COLUMNS 20

/* Draws the bar in row, a string of COLUMNS characters: a '#' for every 5 percent, blanks after them. */
void draw_bar(char row[COLUMNS + 1], int percent)
{
// treeplay: complete below
    int full = percent / 5;
    if (full < 0)
        full = 0;
    if (full > COLUMNS)
        full = COLUMNS;
    memset(row, ' ', COLUMNS);
    memset(row, '#', full);
    row[COLUMNS] = '\0';
}
