#include "program.c"

#include <assert.h>

int main(void)
{
    const char *nicks[] = {"x', admin=1, nick='y", "x' --", "'", "x'; DELETE FROM users; --"};
    for (int i = 0; i < 4; i++) {
        char *sql = nickname_statement(12, nicks[i]), *at = sql ? strchr(sql, '\'') : NULL;
        if (at == NULL)
            continue;
        for (at++; *at && (*at != '\'' || at[1] == '\''); at++)
            at += *at == '\'';
        assert(strcmp(at, "' WHERE id=12") == 0);
        free(sql);
    }
    return 0;
}
