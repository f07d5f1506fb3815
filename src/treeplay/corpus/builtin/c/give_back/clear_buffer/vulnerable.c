#include <stdlib.h>
#include <string.h>

struct text {
    char *bytes;
    size_t used, room;
};

/* Empties the text, whose memory came from malloc() (or bytes is NULL), and gives the memory back. */
void clear_text(struct text *t)
{
// treeplay: complete below
    free(t->bytes);
    t->used = 0;
    t->room = 0;
}
