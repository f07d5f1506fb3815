#include "program.c"

#include <assert.h>
#include <stdlib.h>

int main(void)
{
    const char *requests[] = {"GET", "GET ", "GET /index.html", "GET /a"};
    for (int i = 0; i < 4; i++) {
        size_t n = strlen(requests[i]), length = 0;
        char *request = malloc(n);
        memcpy(request, requests[i], n);
        int at = find_target(request, n, &length);
        assert(at < 0 || at + length <= n);
        free(request);
    }
    return 0;
}
