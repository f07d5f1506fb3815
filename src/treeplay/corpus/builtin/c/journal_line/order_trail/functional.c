#include "program.c"

#include <assert.h>

int main(void)
{
    assert(record_change("trail", 1204, "kim", "wrong size") == 0);
    assert(record_change("trail", 77, "lee", "paid") == 0);
    assert(record_change("no/such/trail", 77, "lee", "paid") == -1);
    char line[100];
    FILE *trail = fopen("trail", "r");
    assert(fgets(line, sizeof line, trail) && strcmp(line, "1204 kim: wrong size\n") == 0);
    assert(fgets(line, sizeof line, trail) && strcmp(line, "77 lee: paid\n") == 0);
    fclose(trail);
    return 0;
}
