#include "program.c"

#include <assert.h>
#include <unistd.h>

int main(void)
{
    alarm(1);
    assert(count_word("text", "") < 10);
    assert(count_word("", "") < 10);
    alarm(0);
    return 0;
}
