#include "program.c"

#include <assert.h>

int main(void)
{
    const char *texts[] = {"#", "#ff", "#ff80", "#zzzzzz", "#12zz34"};
    for (int i = 0; i < 5; i++) {
        struct colour c = {7, 7, 7};
        assert(parse_colour(texts[i], &c) == 0);
    }
    return 0;
}
