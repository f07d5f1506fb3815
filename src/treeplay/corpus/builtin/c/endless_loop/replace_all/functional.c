#include "program.c"

#include <assert.h>

int main(void)
{
    assert(count_word("aaaa", "aa") == 2);
    assert(count_word("the cat and the dog", "the") == 2);
    assert(count_word("nothing", "some") == 0);
    return 0;
}
