#include <stdio.h>
#include <string.h>

static const char *const COLUMNS[] = {"name", "price", "stock"};

static int is_column(const char *name)
{
    for (size_t i = 0; i < sizeof COLUMNS / sizeof COLUMNS[0]; i++)
        if (strcmp(name, COLUMNS[i]) == 0)
            return 1;
    return 0;
}

/* Writes "SELECT name, price, stock FROM parts ORDER BY COLUMN" into sql, an array of size bytes, with
 * the column that the user clicked on; DESC follows if descending is not 0. Returns 0, or -1 on failure. */
int parts_query(char *sql, size_t size, const char *column, int descending)
{
// treeplay: complete below
    if (!is_column(column))
        return -1;
    int n = snprintf(sql, size, "SELECT name, price, stock FROM parts ORDER BY %s%s", column, descending ? " DESC" : "");
    return n < (int)size ? 0 : -1;
}
