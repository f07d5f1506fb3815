#include <stdlib.h>
#include <string.h>

/* Returns the count words joined with the separator, as a new string for free(); NULL without memory. */
char *join_words(const char *const words[], size_t count, const char *separator)
{
// treeplay: complete below
    size_t size = 1;
    for (size_t i = 0; i < count; i++)
        size += strlen(words[i]) + 1;
    char *text = calloc(size, 1);
    for (size_t i = 0; text != NULL && i < count; i++) {
        strcat(text, i ? separator : "");
        strcat(text, words[i]);
    }
    return text;
}
