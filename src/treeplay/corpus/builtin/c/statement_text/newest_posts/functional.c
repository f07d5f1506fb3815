#include "program.c"

#include <assert.h>

int main(void)
{
    char query[QUERY];
    assert(posts_query(query, "/year/2024") == query);
    assert(strcmp(query, "SELECT title FROM posts WHERE year=2024 ORDER BY day DESC") == 0);
    assert(posts_query(query, "/about") == NULL);
    return 0;
}
