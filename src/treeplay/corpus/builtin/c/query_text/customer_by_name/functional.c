#include "program.c"

#include <assert.h>

int main(void)
{
    char sql[300] = "";
    FILE *out = fmemopen(sql, sizeof sql, "w");
    print_query(out, "Ann Lee", 2024);
    fclose(out);
    assert(strcmp(sql, "SELECT total FROM orders WHERE customer = 'Ann Lee' AND year = 2024") == 0);
    return 0;
}
