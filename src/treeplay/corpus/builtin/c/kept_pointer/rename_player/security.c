#include "program.c"

#include <assert.h>

int main(void)
{
    struct player p = {NULL, 0};
    rename_player(&p, "[guild] anna");
    if (rename_player(&p, p.name + 8) == 0)
        assert(strcmp(p.name, "anna") == 0);
    if (rename_player(&p, p.name) == 0)
        assert(strcmp(p.name, "anna") == 0);
    return 0;
}
