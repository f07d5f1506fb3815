#include <ctype.h>
#include <stdio.h>

/* Adds a line to the log: "open NAME" if the person was let in, else "refused NAME". */
void log_entry(FILE *log, const char *name, int let_in)
{
// treeplay: complete below
    fputs(let_in ? "open " : "refused ", log);
    for (; *name; name++)
        fputc(iscntrl((unsigned char)*name) ? '?' : *name, log);
    fputc('\n', log);
}
