#include "program.c"

#include <assert.h>

int main(void)
{
    char *text = block_text("\x05hello...", 9);
    assert(strcmp(text, "hello") == 0);
    free(text);
    text = block_text("\x00", 1);
    assert(strcmp(text, "") == 0);
    free(text);
    assert(block_text("\x05hell", 5) == NULL);
    return 0;
}
