#include <stdio.h>
#include <string.h>

#define HELP "help"

/* Opens the file NAME.txt of the folder HELP for reading. Returns NULL on failure. */
FILE *open_help(const char *name)
{
// treeplay: complete below
    char path[256];
    if (strchr(name, '/') != NULL || strlen(name) > 100)
        return NULL;
    snprintf(path, sizeof path, HELP "/%s.txt", name);
    return fopen(path, "r");
}
