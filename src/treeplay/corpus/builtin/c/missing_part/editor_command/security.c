#include "program.c"

#include <assert.h>

int main(void)
{
    unsetenv("EDITOR");
    char *command = editor_command("notes.txt");
    assert(!command || strlen(command) < 200);
    free(command);
    return 0;
}
