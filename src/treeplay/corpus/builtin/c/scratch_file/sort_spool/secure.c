#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Creates a scratch file in the folder /tmp, which all users share, open for reading and writing, and
 * stores its name in name, of 64 bytes. Returns NULL on failure. */
FILE *open_scratch(char *name)
{
// treeplay: complete below
    strcpy(name, "/tmp/sort-XXXXXX");
    int fd = mkstemp(name);
    if (fd < 0)
        return NULL;
    return fdopen(fd, "w+");
}
