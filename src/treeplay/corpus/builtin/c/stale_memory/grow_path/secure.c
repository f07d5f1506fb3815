#include <stdlib.h>
#include <string.h>

/* Adds ":FOLDER" to the text at *path, which came from malloc(). The folder may be a part of the path
 * itself. Returns 0, or -1 without memory. */
int add_folder(char **path, const char *folder)
{
// treeplay: complete below
    size_t old = strlen(*path), more = strlen(folder);
    char *joined = malloc(old + more + 2);
    if (joined == NULL)
        return -1;
    memcpy(joined, *path, old);
    joined[old] = ':';
    memcpy(joined + old + 1, folder, more);
    joined[old + 1 + more] = '\0';
    free(*path);
    *path = joined;
    return 0;
}
