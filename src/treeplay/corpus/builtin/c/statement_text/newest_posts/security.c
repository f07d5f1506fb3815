#include "program.c"

#include <assert.h>

int main(void)
{
    const char *addresses[] = {"/year/1 OR 1=1", "/year/1 UNION SELECT password FROM users", "/year/1; DROP TABLE posts", "/year/1 --"};
    for (int i = 0; i < 4; i++) {
        char query[QUERY] = "";
        if (posts_query(query, addresses[i]) != NULL)
            assert(!strstr(query, " OR ") && !strstr(query, "password") && !strchr(query, ';') && !strstr(query, "--"));
    }
    return 0;
}
