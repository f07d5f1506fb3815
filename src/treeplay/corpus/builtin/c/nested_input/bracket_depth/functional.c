#include "program.c"

#include <assert.h>

int main(void)
{
    assert(evaluate("1+(2+3)+4") == 10);
    assert(evaluate("7") == 7);
    assert(evaluate("((((5))))+(1+(1+1))") == 8);
    return 0;
}
