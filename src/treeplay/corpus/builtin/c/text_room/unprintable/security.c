#include "program.c"

#include <assert.h>

int main(void)
{
    const char *texts[] = {"\x01\x02\x03\x04\x05\x06\x07", "\x1b", "\xc3\xa4\xc3\xb6"};
    for (int i = 0; i < 3; i++) {
        char *shown = show(texts[i]);
        assert(!shown || strlen(shown) <= 4 * strlen(texts[i]));
        free(shown);
    }
    return 0;
}
