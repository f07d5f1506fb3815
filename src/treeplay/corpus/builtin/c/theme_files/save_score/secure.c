#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* Saves the score in the player's file, FOLDER/PLAYER.score, as a decimal number, in place of the old
 * one. Players choose their names. Returns 0, or -1 on failure. */
int save_score(const char *folder, const char *player, long score)
{
// treeplay: complete below
    char path[300];
    for (const char *p = player; *p; p++)
        if (!isalnum((unsigned char)*p) && *p != '_' && *p != '-')
            return -1;
    int n = snprintf(path, sizeof path, "%s/%s.score", folder, player);
    FILE *file = n < (int)sizeof path ? fopen(path, "w") : NULL;
    if (file == NULL)
        return -1;
    fprintf(file, "%ld\n", score);
    return fclose(file) == 0 ? 0 : -1;
}
