#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    char shown[200] = "";
    FILE *out = fmemopen(shown, sizeof shown, "w");
    print_notice(out, "Maintenance at noon.", 5);
    fclose(out);
    assert(strcmp(shown, "-----\nMaintenance at noon.\n-----\n") == 0);
    return 0;
}
