#include "program.c"

#include <assert.h>

int main(void)
{
    record_change("trail", 5, "kim", "late\n9 boss: refund 500");
    record_change("trail", 5, "kim", "late\r\n9 boss: refund 500");
    record_change("trail", 5, "kim\n9 boss", "refund 500");
    char line[300];
    FILE *trail = fopen("trail", "r");
    while (trail && fgets(line, sizeof line, trail))
        assert(strncmp(line, "9 boss", 6) != 0);
    return 0;
}
