#include <stdio.h>
#include <time.h>

/* Prints a line of dashes, the text of the notice, and another line of dashes; a dash for each of width. */
void print_notice(FILE *out, const char *text, int width)
{
// treeplay: complete below
    for (int i = 0; i < width; i++)
        fputc('-', out);
    fprintf(out, "\n%s\n", text);
    for (int i = 0; i < width; i++)
        fputc('-', out);
    fputc('\n', out);
}
