#include "program.c"

#include <assert.h>

int main(void)
{
    char *shown = show("a\tb\n");
    assert(strcmp(shown, "a\\tb\\n") == 0);
    free(shown);
    shown = show("colour \x1b[1m");
    assert(strcmp(shown, "colour \\x1b[1m") == 0);
    free(shown);
    shown = show("");
    assert(strcmp(shown, "") == 0);
    free(shown);
    return 0;
}
