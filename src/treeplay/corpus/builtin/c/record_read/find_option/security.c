#include "program.c"

#include <assert.h>
#include <stdlib.h>

int main(void)
{
    uint8_t *one = malloc(1), *two = malloc(2), *four = malloc(4);
    one[0] = 53;
    two[0] = 53, two[1] = 1;
    four[0] = 12, four[1] = 1, four[2] = 0, four[3] = 53;
    assert(find_option(one, 1, 53) == -1);
    assert(find_option(two, 2, 53) == -1);
    assert(find_option(four, 4, 53) == -1);
    free(one);
    free(two);
    free(four);
    return 0;
}
