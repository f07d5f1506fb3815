#include <stdlib.h>
#include <string.h>

/* Returns the number after "limit=" in the query, such as 20 for "page=3&limit=20". */
int query_limit(const char *query)
{
// treeplay: complete below
    const char *found = strstr(query, "limit=");
    if (found == NULL)
        return 0;
    return atoi(found + strlen("limit="));
}
