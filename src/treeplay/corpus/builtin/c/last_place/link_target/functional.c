#include "program.c"

#include <assert.h>

int main(void)
{
    char target[100];
    assert(symlink("releases/42", "current") == 0);
    assert(link_target("current", target, sizeof target) == 0);
    assert(strcmp(target, "releases/42") == 0);
    assert(link_target("none", target, sizeof target) == -1);
    return 0;
}
