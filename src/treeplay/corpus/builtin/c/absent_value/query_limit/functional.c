#include "program.c"

#include <assert.h>

int main(void)
{
    assert(query_limit("page=3&limit=20") == 20);
    assert(query_limit("limit=7&page=1") == 7);
    return 0;
}
