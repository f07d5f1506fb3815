#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    char code[13];
    make_reset_code(code, 12);
    assert(strlen(code) == 12 && strspn(code, LETTERS) == 12);
    make_reset_code(code, 4);
    assert(strlen(code) == 4 && strspn(code, LETTERS) == 4);
    return 0;
}
