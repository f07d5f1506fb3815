#include <stdlib.h>
#include <string.h>

struct player {
    char *name;
    unsigned renamed;
};

/* Makes a copy of name, which may be any string, the player's name, in place of the old one (owned by
 * the player; NULL at first). Counts the renaming. Returns 0, or -1 without memory. */
int rename_player(struct player *p, const char *name)
{
// treeplay: complete below
    free(p->name);
    p->name = strdup(name);
    if (p->name == NULL)
        return -1;
    p->renamed++;
    return 0;
}
