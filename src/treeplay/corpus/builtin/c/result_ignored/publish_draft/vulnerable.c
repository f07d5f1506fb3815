#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Writes the text to the file at path, then deletes the file at draft. Returns 0, or -1 on failure. */
int publish(const char *text, const char *path, const char *draft)
{
// treeplay: complete below
    FILE *file = fopen(path, "w");
    if (file == NULL)
        return -1;
    fputs(text, file);
    fclose(file);
    return unlink(draft);
}
