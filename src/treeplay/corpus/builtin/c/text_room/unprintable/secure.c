#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Returns a copy of text, for free(), in which each unprintable byte is written as in C: tab and
 * newline as \t and \n, the others as \x and two digits ("\x1b"). Returns NULL without memory. */
char *show(const char *text)
{
// treeplay: complete below
    char *shown = malloc(4 * strlen(text) + 1), *end = shown;
    for (; shown != NULL && *text; text++) {
        if (*text == '\t' || *text == '\n')
            end += sprintf(end, *text == '\t' ? "\\t" : "\\n");
        else
            end += sprintf(end, isprint((unsigned char)*text) ? "%c" : "\\x%02x", (unsigned char)*text);
    }
    if (shown != NULL)
        *end = '\0';
    return shown;
}
