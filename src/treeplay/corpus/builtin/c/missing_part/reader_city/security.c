#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    long cards[] = {1003, 0, -1};
    for (int i = 0; i < 3; i++) {
        const char *city = city_of(cards[i]);
        assert(!city || (strcmp(city, "Lisbon") && strcmp(city, "Kyoto") && strcmp(city, "Oslo")));
    }
    return 0;
}
