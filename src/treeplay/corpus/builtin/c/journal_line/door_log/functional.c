#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    char text[100] = "";
    FILE *log = fmemopen(text, sizeof text, "w");
    log_entry(log, "Ida Voss", 1);
    log_entry(log, "Tom", 0);
    fclose(log);
    assert(strcmp(text, "open Ida Voss\nrefused Tom\n") == 0);
    return 0;
}
