#include <stdlib.h>
#include <stdio.h>
#include <string.h>

/* Returns "UPDATE users SET nick='NICK' WHERE id=ID" with this nickname and id, as a new string for
 * free(), or NULL on failure. */
char *nickname_statement(long id, const char *nick)
{
// treeplay: complete below
    char *sql = malloc(2 * strlen(nick) + 80);
    if (sql == NULL)
        return NULL;
    char *end = sql + sprintf(sql, "UPDATE users SET nick='");
    for (; *nick; nick++) {
        if (*nick == '\'')
            *end++ = '\'';
        *end++ = *nick;
    }
    sprintf(end, "' WHERE id=%ld", id);
    return sql;
}
