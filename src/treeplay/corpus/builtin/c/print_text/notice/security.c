#include "program.c"

#include <assert.h>
#include <string.h>

int main(void)
{
    const char *texts[] = {"100%done %d %x", "%08lx.%08lx.%08lx", "%c%c%5d"};
    for (int i = 0; i < 3; i++) {
        char shown[400] = "";
        FILE *out = fmemopen(shown, sizeof shown, "w");
        print_notice(out, texts[i], 3);
        fclose(out);
        assert(strspn(shown, "-\n") == strlen(shown) || strstr(shown, texts[i]));
    }
    return 0;
}
