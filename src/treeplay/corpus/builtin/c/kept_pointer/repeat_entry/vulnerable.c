#include <stdlib.h>

struct song {
    char title[24];
    int seconds;
};

struct playlist {
    struct song *songs;
    size_t count, room;
};

/* Puts another copy of song number i (less than count) at the end of the list, which gets room for
 * more songs when it is full. Returns 0, or -1 without memory. */
int repeat(struct playlist *list, size_t i)
{
// treeplay: complete below
    const struct song *song = &list->songs[i];
    if (list->count == list->room) {
        struct song *more = realloc(list->songs, (list->room * 2 + 4) * sizeof *more);
        if (more == NULL)
            return -1;
        list->songs = more;
        list->room = list->room * 2 + 4;
    }
    list->songs[list->count++] = *song;
    return 0;
}
