#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Writes the page to a new file in the folder and stores the file's path in path, an array of size
 * bytes. Returns 0, or -1 on failure. */
int save_preview(const char *folder, const char *page, char *path, size_t size)
{
// treeplay: complete below
    if (snprintf(path, size, "%s/preview-XXXXXX", folder) >= (int)size)
        return -1;
    int fd = mkstemp(path);
    FILE *file = fd < 0 ? NULL : fdopen(fd, "w");
    if (file == NULL)
        return -1;
    fputs(page, file);
    return fclose(file) == 0 ? 0 : -1;
}
