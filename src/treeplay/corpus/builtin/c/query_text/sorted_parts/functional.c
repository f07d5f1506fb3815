#include "program.c"

#include <assert.h>

int main(void)
{
    char sql[200] = "";
    assert(parts_query(sql, sizeof sql, "price", 0) == 0);
    assert(strcmp(sql, "SELECT name, price, stock FROM parts ORDER BY price") == 0);
    assert(parts_query(sql, sizeof sql, "stock", 1) == 0);
    assert(strcmp(sql, "SELECT name, price, stock FROM parts ORDER BY stock DESC") == 0);
    assert(parts_query(sql, 20, "stock", 1) == -1);
    return 0;
}
