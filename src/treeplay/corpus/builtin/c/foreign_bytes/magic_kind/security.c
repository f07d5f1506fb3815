#include "program.c"

#include <assert.h>
#include <stdlib.h>

int main(void)
{
    const char *starts[] = {"\x89PNG\r\n\x1a", "\xff\xd8", "GIF", "\x89", "G", ""};
    for (int i = 0; i < 6; i++) {
        size_t n = strlen(starts[i]);
        unsigned char *data = malloc(n);
        memcpy(data, starts[i], n);
        assert(image_kind(data, n) == UNKNOWN);
        free(data);
    }
    return 0;
}
