#include "program.c"

#include <assert.h>

int main(void)
{
    const char *titles[] = {"x\" onload=\"alert(1)", "\"><script>alert(1)</script>", "\" onclick=\"go()"};
    for (int i = 0; i < 3; i++) {
        char tag[300] = "";
        if (photo_tag(tag, sizeof tag, 1, titles[i]) == 0) {
            int quotes = 0;
            for (const char *c = tag; *c; c++)
                quotes += *c == '"';
            assert(quotes <= 4 && !strstr(tag, "<script"));
        }
    }
    return 0;
}
