#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define QUERY 160

/* Builds "SELECT title FROM posts WHERE year=YEAR ORDER BY day DESC" in query, of QUERY bytes. The year
 * is the text behind "/year/" in the page's address. Returns query, or NULL on failure. */
char *posts_query(char *query, const char *address)
{
// treeplay: complete below
    if (strncmp(address, "/year/", 6) != 0 || !isdigit((unsigned char)address[6]))
        return NULL;
    int year = atoi(address + 6);
    snprintf(query, QUERY, "SELECT title FROM posts WHERE year=%d ORDER BY day DESC", year);
    return query;
}
