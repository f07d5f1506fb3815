#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Reads the first line, without its newline, of the theme with this name, which is a file right in the
 * folder "themes", into line, an array of size bytes. Returns 0, or -1 on failure. */
int theme_line(const char *theme, char *line, int size)
{
// treeplay: complete below
    char path[200];
    if (theme[0] == '.' || strchr(theme, '/'))
        return -1;
    if (snprintf(path, sizeof path, "themes/%s", theme) >= (int)sizeof path)
        return -1;
    FILE *file = fopen(path, "r");
    if (file == NULL)
        return -1;
    char *read = fgets(line, size, file);
    fclose(file);
    if (read != NULL)
        line[strcspn(line, "\n")] = '\0';
    return read != NULL ? 0 : -1;
}
