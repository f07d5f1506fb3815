#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

static const char LETTERS[] = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/* Fills code with n random characters out of LETTERS (32 of them) and a terminating 0. */
void make_reset_code(char *code, size_t n)
{
// treeplay: complete below
    for (size_t i = 0; i < n; i++) {
        uint8_t byte;
        if (getrandom(&byte, 1, 0) != 1)
            abort();
        code[i] = LETTERS[byte % 32];
    }
    code[n] = '\0';
}
