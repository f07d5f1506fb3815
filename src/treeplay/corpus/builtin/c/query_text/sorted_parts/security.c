#include "program.c"

#include <assert.h>

int main(void)
{
    const char *columns[] = {"price; DROP TABLE parts", "(SELECT password FROM users)", "name LIMIT 0 --",
                             "name UNION SELECT login, password, 1 FROM users"};
    for (int i = 0; i < 4; i++) {
        char sql[200] = "";
        if (parts_query(sql, sizeof sql, columns[i], 0) == 0)
            assert(!strchr(sql, ';') && !strstr(sql, "password") && !strstr(sql, "LIMIT"));
    }
    return 0;
}
