#include <stdio.h>
#include <time.h>

/* Prints a line of dashes, the text of the notice, and another line of dashes; a dash for each of width. */
void print_notice(FILE *out, const char *text, int width)
{
// treeplay: complete below
    for (int i = 0; i < width; i++)
        fputc('-', out);
    fputc('\n', out);
    fprintf(out, text);
    fputc('\n', out);
    for (int i = 0; i < width; i++)
        fputc('-', out);
    fputc('\n', out);
}
