#include "program.c"

#include <assert.h>

int main(void)
{
    struct player p = {NULL, 0};
    assert(rename_player(&p, "anna") == 0 && strcmp(p.name, "anna") == 0);
    char other[] = "bert";
    assert(rename_player(&p, other) == 0 && strcmp(p.name, "bert") == 0);
    assert(p.name != other && p.renamed == 2);
    free(p.name);
    return 0;
}
