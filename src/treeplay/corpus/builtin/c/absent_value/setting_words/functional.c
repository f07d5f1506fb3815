#include "program.c"

#include <assert.h>

int main(void)
{
    struct setting s;
    char line[] = "colour blue\n", other[] = "size\t12";
    assert(parse_setting(line, &s) == 0);
    assert(strcmp(s.key, "colour") == 0 && strcmp(s.value, "blue") == 0);
    assert(parse_setting(other, &s) == 0);
    assert(strcmp(s.key, "size") == 0 && strcmp(s.value, "12") == 0);
    return 0;
}
