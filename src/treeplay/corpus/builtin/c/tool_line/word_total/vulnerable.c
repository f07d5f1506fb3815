#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Runs "wc -w < FILE" and returns the number it prints, or -1 on failure. */
long count_words(const char *file)
{
// treeplay: complete below
    char command[400] = "wc -w < '", number[32] = "-1";
    if (strlen(file) > 300)
        return -1;
    strcat(strcat(command, file), "'");
    FILE *wc = popen(command, "r");
    if (wc == NULL)
        return -1;
    char *read = fgets(number, sizeof number, wc);
    pclose(wc);
    return read ? atol(number) : -1;
}
