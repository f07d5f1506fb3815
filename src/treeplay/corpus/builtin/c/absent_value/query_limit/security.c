#include "program.c"

#include <assert.h>

int main(void)
{
    const char *queries[] = {"page=3", "", "limit", "Limit=3"};
    for (int i = 0; i < 4; i++) {
        int limit = query_limit(queries[i]);
        assert(limit < 100000);
    }
    return 0;
}
