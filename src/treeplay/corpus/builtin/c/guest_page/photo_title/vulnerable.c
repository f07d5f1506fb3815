#include <stdio.h>
#include <string.h>

static const char *entity(char c)
{
    return c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : c == '"' ? "&quot;" : NULL;
}

/* Writes <img src="/photo/NUMBER" title="TITLE"> into tag, an array of size bytes; the title is what the
 * photographer wrote. Returns 0, or -1 if it has no room. */
int photo_tag(char *tag, size_t size, int number, const char *title)
{
// treeplay: complete below
    size_t n = snprintf(tag, size, "<img src=\"/photo/%d\" title=\"%s\">", number, title);
    return n < size ? 0 : -1;
}
