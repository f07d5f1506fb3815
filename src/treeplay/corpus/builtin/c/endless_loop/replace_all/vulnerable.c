#include <string.h>

/* Counts the places where word occurs in text, overlapping ones left out: 2 for "aa" in "aaaa". */
size_t count_word(const char *text, const char *word)
{
// treeplay: complete below
    size_t count = 0, length = strlen(word);
    while ((text = strstr(text, word)) != NULL) {
        count++;
        text += length;
    }
    return count;
}
