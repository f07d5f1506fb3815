#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Returns the size in bytes of the file with this name in the folder, or -1 if there is none. */
long file_size(const char *folder, const char *name)
{
// treeplay: complete below
    char path[128];
    struct stat about;
    if (strlen(folder) + strlen(name) + 2 > sizeof path)
        return -1;
    strcpy(path, folder);
    strcat(path, "/");
    strcat(path, name);
    return stat(path, &about) == 0 ? (long)about.st_size : -1;
}
