#include "program.c"

#include <assert.h>

int main(void)
{
    const char *words[] = {"red", "green", "blue"};
    char *text = join_words(words, 3, ",");
    assert(strcmp(text, "red,green,blue") == 0);
    free(text);
    text = join_words(words, 1, ";");
    assert(strcmp(text, "red") == 0);
    free(text);
    text = join_words(words, 0, " ");
    assert(strcmp(text, "") == 0);
    free(text);
    return 0;
}
