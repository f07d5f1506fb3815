#include "program.c"

#include <assert.h>

int main(void)
{
    char tag[80] = "";
    assert(photo_tag(tag, sizeof tag, 12, "At the lake") == 0);
    assert(strcmp(tag, "<img src=\"/photo/12\" title=\"At the lake\">") == 0);
    assert(photo_tag(tag, 20, 12, "At the lake") == -1);
    return 0;
}
