#include "program.c"

#include <assert.h>
#include <stdlib.h>

int main(void)
{
    struct server *s = calloc(1, sizeof *s);
    const char *tags[] = {"elevenchars", "twelve chars", "far more than twelve characters"};
    for (int i = 0; i < 3; i++) {
        size_t n = set_tag(s, tags[i]);
        assert(memchr(s->tag, 0, TAG) && (n < TAG || n == (size_t)-1));
    }
    free(s);
    return 0;
}
