#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Returns "EDITOR FILE", EDITOR being the environment variable of that name, as a new string for
 * free(). Returns NULL on failure. */
char *editor_command(const char *file)
{
// treeplay: complete below
    const char *editor = getenv("EDITOR");
    char *command = malloc(strlen(editor) + strlen(file) + 2);
    if (command != NULL)
        sprintf(command, "%s %s", editor, file);
    return command;
}
