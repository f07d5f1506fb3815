#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    assert(strcmp(city_of(1001), "Lisbon") == 0);
    assert(strcmp(city_of(1005), "Oslo") == 0);
    return 0;
}
