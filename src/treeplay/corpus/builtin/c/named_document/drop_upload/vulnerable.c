#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Deletes an upload. The file's name comes from the request; it lies in the folder, maybe in one of its
 * subfolders ("2024/cat.png"). Returns 0, or -1 on failure. */
int drop_upload(const char *folder, const char *name)
{
// treeplay: complete below
    char *path = malloc(strlen(folder) + strlen(name) + 2);
    if (path == NULL)
        return -1;
    sprintf(path, "%s/%s", folder, name);
    int result = unlink(path);
    free(path);
    return result;
}
