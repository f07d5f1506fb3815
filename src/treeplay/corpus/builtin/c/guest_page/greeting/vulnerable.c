#include <stdio.h>
#include <string.h>

/* Prints the paragraph "<p>Welcome, NAME!</p>" with the name that the visitor typed in. */
void print_greeting(FILE *out, const char *name)
{
// treeplay: complete below
    fputs("<p>Welcome, ", out);
    fputs(name, out);
    fputs("!</p>", out);
}
