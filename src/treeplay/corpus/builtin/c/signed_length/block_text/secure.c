#include <stdlib.h>
#include <string.h>

/* A block is one byte that holds the length of its text, 0 to 255, then the text; size bytes of it are at
 * hand. Returns the text as a new string for free(), or NULL on failure. */
char *block_text(const char *block, size_t size)
{
// treeplay: complete below
    if (size == 0 || (unsigned char)block[0] > size - 1)
        return NULL;
    size_t length = (unsigned char)block[0];
    char *text = malloc(length + 1);
    if (text == NULL)
        return NULL;
    memcpy(text, block + 1, length);
    text[length] = '\0';
    return text;
}
