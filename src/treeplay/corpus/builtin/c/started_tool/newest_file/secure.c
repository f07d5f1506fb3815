#include <stdio.h>
#include <string.h>

#define NAME_LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_/."

/* Stores the name of the file of the folder that was changed last in newest, of 256 bytes. Folders are
 * named with NAME_LETTERS. Returns 0, or -1 if there is none. */
int newest_file(const char *folder, char newest[256])
{
// treeplay: complete below
    char command[300] = "ls -t ";
    if (strlen(folder) > 200 || folder[strspn(folder, NAME_LETTERS)] != '\0')
        return -1;
    FILE *ls = popen(strcat(command, folder), "r");
    if (ls == NULL)
        return -1;
    char *found = fgets(newest, 256, ls);
    pclose(ls);
    newest[strcspn(newest, "\n")] = '\0';
    return found ? 0 : -1;
}
