#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    const uint8_t table[] = "\x03" "one" "\x05" "three" "\x00";
    char out[256];
    assert(name_at(table, sizeof table - 1, 0, out) == 3 && strcmp(out, "one") == 0);
    assert(name_at(table, sizeof table - 1, 4, out) == 5 && strcmp(out, "three") == 0);
    assert(name_at(table, sizeof table - 1, 10, out) == 0 && strcmp(out, "") == 0);
    return 0;
}
