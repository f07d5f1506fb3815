#include <stdlib.h>
#include <string.h>

struct icon {
    int width, height;
    unsigned char *pixels;
};

struct button {
    struct icon icon; /* its pixels are the button's own, from malloc() */
};

/* Gives the button a new icon with a copy of the n = width * height bytes at pixels, in place of the old
 * one, which is freed. Returns 0; or -1 if it cannot, and the button can then still be freed. */
int replace_icon(struct button *b, int width, int height, const unsigned char *pixels)
{
// treeplay: complete below
    unsigned char *copy = width > 0 && height > 0 ? malloc((size_t)width * height) : NULL;
    if (copy == NULL)
        return -1;
    memcpy(copy, pixels, (size_t)width * height);
    free(b->icon.pixels);
    b->icon = (struct icon){width, height, copy};
    return 0;
}
