#include "program.c"

#include <assert.h>

int main(void)
{
    const char *words[] = {"a", "b", "c", "d", "e", "f"};
    char *text = join_words(words, 6, " and then ");
    if (text)
        assert(strlen(text) <= 56);
    free(text);
    text = join_words(words, 3, "");
    assert(!text || strlen(text) == 3);
    free(text);
    return 0;
}
