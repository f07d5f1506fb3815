#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    struct playlist list = {calloc(1, sizeof(struct song)), 1, 1};
    strcpy(list.songs[0].title, "So What");
    for (int i = 0; i < 40; i++)
        if (repeat(&list, list.count - 1) == 0)
            assert(strcmp(list.songs[list.count - 1].title, "So What") == 0);
    free(list.songs);
    return 0;
}
