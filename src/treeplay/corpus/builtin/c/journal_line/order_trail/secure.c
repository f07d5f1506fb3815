#include <stdio.h>
#include <string.h>

/* Appends the line "ORDER USER: REMARK" to the file at path, such as "1204 kim: wrong size". A long
 * remark is cut after 200 characters. Returns 0, or -1 on failure. */
int record_change(const char *path, long order, const char *user, const char *remark)
{
// treeplay: complete below
    if (strpbrk(user, "\r\n") != NULL || strpbrk(remark, "\r\n") != NULL)
        return -1;
    FILE *trail = fopen(path, "a");
    if (trail == NULL)
        return -1;
    int n = fprintf(trail, "%ld %s: %.200s\n", order, user, remark);
    return fclose(trail) == 0 && n > 0 ? 0 : -1;
}
