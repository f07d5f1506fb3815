#include "program.c"

#include <assert.h>

int main(void)
{
    struct comment d = {NULL, NULL}, c = {NULL, &d}, b = {&c, NULL}, a = {NULL, &b};
    assert(count_comments(NULL) == 0);
    assert(count_comments(&d) == 1);
    assert(count_comments(&a) == 4);
    return 0;
}
