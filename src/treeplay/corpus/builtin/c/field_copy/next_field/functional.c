#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    char out[FIELD];
    const char *rest = next_field("apple,3,red", out);
    assert(strcmp(out, "apple") == 0 && strcmp(rest, "3,red") == 0);
    rest = next_field(rest, out);
    assert(strcmp(out, "3") == 0 && strcmp(rest, "red") == 0);
    assert(next_field(rest, out) == NULL && strcmp(out, "red") == 0);
    assert(strcmp(next_field(",x", out), "x") == 0 && strcmp(out, "") == 0);
    return 0;
}
