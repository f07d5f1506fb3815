#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* Creates the folder for the user's own mail, and in it the folder "inbox". It is no failure if they
 * exist. Returns 0, or -1 on failure. */
int create_mail_folder(const char *folder)
{
// treeplay: complete below
    char inbox[300];
    if (snprintf(inbox, sizeof inbox, "%s/inbox", folder) >= (int)sizeof inbox)
        return -1;
    if (mkdir(folder, 0700) != 0 && errno != EEXIST)
        return -1;
    return mkdir(inbox, 0700) == 0 || errno == EEXIST ? 0 : -1;
}
