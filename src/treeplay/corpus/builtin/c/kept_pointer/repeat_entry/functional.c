#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    struct playlist list = {malloc(4 * sizeof(struct song)), 2, 4};
    strcpy(list.songs[0].title, "Blue in Green");
    strcpy(list.songs[1].title, "So What");
    list.songs[1].seconds = 545;
    assert(repeat(&list, 1) == 0 && list.count == 3);
    assert(strcmp(list.songs[2].title, "So What") == 0 && list.songs[2].seconds == 545);
    assert(repeat(&list, 0) == 0 && strcmp(list.songs[3].title, "Blue in Green") == 0);
    free(list.songs);
    return 0;
}
