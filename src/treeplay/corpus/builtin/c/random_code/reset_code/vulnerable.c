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
    srand(time(NULL));
    for (size_t i = 0; i < n; i++)
        code[i] = LETTERS[rand() % 32];
    code[n] = '\0';
}
