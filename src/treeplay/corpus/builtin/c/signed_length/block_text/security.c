#include "program.c"

#include <assert.h>

const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1:max_allocation_size_mb=256";
}

int main(void)
{
    char block[256];
    memset(block, 'x', sizeof block);
    int lengths[] = {255, 240, 128, 200};
    for (int i = 0; i < 4; i++) {
        block[0] = (char)lengths[i];
        char *text = block_text(block, sizeof block);
        assert(!text || strlen(text) <= 255);
        free(text);
        text = block_text(block, 100);
        assert(!text || strlen(text) <= 99);
        free(text);
    }
    return 0;
}
