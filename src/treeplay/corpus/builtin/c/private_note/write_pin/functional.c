#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    assert(store_pin("pin", "4711") == 0);
    char text[20] = "";
    FILE *file = fopen("pin", "r");
    assert(file && fgets(text, sizeof text, file) && strcmp(text, "4711\n") == 0);
    assert(store_pin("no/such/pin", "4711") == -1);
    return 0;
}
