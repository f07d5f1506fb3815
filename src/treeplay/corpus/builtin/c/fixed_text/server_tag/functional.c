#include "program.c"

#include <assert.h>

int main(void)
{
    struct server s;
    assert(set_tag(&s, "backup") == 6 && strcmp(s.tag, "backup") == 0);
    assert(set_tag(&s, "web") == 3 && strcmp(s.tag, "web") == 0);
    assert(set_tag(&s, "") == 0 && s.tag[0] == 0);
    return 0;
}
