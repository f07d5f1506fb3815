#include "program.c"

#include <assert.h>

int main(void)
{
    char *sql = nickname_statement(12, "Kit");
    assert(strcmp(sql, "UPDATE users SET nick='Kit' WHERE id=12") == 0);
    free(sql);
    sql = nickname_statement(-3, "");
    assert(strcmp(sql, "UPDATE users SET nick='' WHERE id=-3") == 0);
    free(sql);
    return 0;
}
