#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct job {
    int pages;
    char status[80];
};

/* Stores the text that the printer reported as the status of the job, in brackets if no page is left. */
void set_status(struct job *j, const char *reported)
{
// treeplay: complete below
    if (j->pages == 0)
        snprintf(j->status, sizeof j->status, "[%s]", reported);
    else
        snprintf(j->status, sizeof j->status, "%s", reported);
}
