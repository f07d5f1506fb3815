#include <stdio.h>

struct colour {
    unsigned red, green, blue;
};

/* Parses a colour "#RRGGBB" in hexadecimal. Returns 1 and sets *c, or returns 0 for no such text. */
int parse_colour(const char *text, struct colour *c)
{
// treeplay: complete below
    struct colour parsed;
    if (sscanf(text, "#%2x%2x%2x", &parsed.red, &parsed.green, &parsed.blue) != 3)
        return 0;
    *c = parsed;
    return 1;
}
