#include "program.c"

#include <assert.h>

int main(void)
{
    const char *folders[] = {"a; touch owned", "a && touch owned", "$(touch owned)", "`touch owned`", "a\ntouch owned", "a | touch owned"};
    for (int i = 0; i < 6; i++)
        make_project(folders[i]);
    usleep(20000);
    assert(access("owned", F_OK) != 0);
    return 0;
}
