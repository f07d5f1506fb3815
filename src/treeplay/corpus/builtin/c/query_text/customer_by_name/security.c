#include "program.c"

#include <assert.h>

int main(void)
{
    const char *names[] = {"' OR 1=1 --", "x'; DROP TABLE orders; --", "O'Brien", "'", "a' OR ''='"};
    for (int i = 0; i < 5; i++) {
        char sql[400] = "";
        FILE *out = fmemopen(sql, sizeof sql, "w");
        print_query(out, names[i], 2024);
        fclose(out);
        const char *at = strchr(sql, '\'');
        if (!at)
            continue;
        for (at++; *at && (*at != '\'' || at[1] == '\''); at++)
            at += *at == '\'';
        assert(strcmp(at, "' AND year = 2024") == 0);
    }
    return 0;
}
