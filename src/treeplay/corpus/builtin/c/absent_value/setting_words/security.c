#include "program.c"

#include <assert.h>

int main(void)
{
    char lines[4][20] = {"colour", "", "\n", "  key \n"};
    for (int i = 0; i < 4; i++) {
        struct setting s = {"", ""};
        parse_setting(lines[i], &s);
        assert(strlen(s.value) < 64);
    }
    return 0;
}
