#include <stddef.h>

struct comment {
    struct comment *first_reply, *next;
};

/* Counts the comments of the list that starts at c (linked by next; NULL is an empty one) and all the
 * replies below them. Replies are nested at most 20 deep; a list may be of any length. */
size_t count_comments(const struct comment *c)
{
// treeplay: complete below
    if (c == NULL)
        return 0;
    return 1 + count_comments(c->first_reply) + count_comments(c->next);
}
