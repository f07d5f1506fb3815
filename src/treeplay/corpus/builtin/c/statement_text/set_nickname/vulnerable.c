#include <stdlib.h>
#include <stdio.h>
#include <string.h>

/* Returns "UPDATE users SET nick='NICK' WHERE id=ID" with this nickname and id, as a new string for
 * free(), or NULL on failure. */
char *nickname_statement(long id, const char *nick)
{
// treeplay: complete below
    char *sql = malloc(strlen(nick) + 80);
    if (sql == NULL)
        return NULL;
    sprintf(sql, "UPDATE users SET nick='%s' WHERE id=%ld", nick, id);
    return sql;
}
