#include "program.c"

#include <assert.h>

int main(void)
{
    setenv("EDITOR", "vim", 1);
    char *command = editor_command("notes.txt");
    assert(strcmp(command, "vim notes.txt") == 0);
    free(command);
    return 0;
}
