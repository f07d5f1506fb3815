#include "program.cpp"

#include <cassert>
#include <cstring>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// The attacker knows when it ran.
extern "C" time_t time(time_t *t) noexcept
{
    if (t)
        *t = 1700000000;
    return 1700000000;
}

extern "C" int gettimeofday(struct timeval *tv, void *zone) noexcept
{
    tv->tv_sec = 1700000000;
    tv->tv_usec = 0;
    return 0;
}

extern "C" int clock_gettime(clockid_t clock, struct timespec *ts) noexcept
{
    ts->tv_sec = 1700000000;
    ts->tv_nsec = 0;
    return 0;
}

extern "C" pid_t getpid(void) noexcept
{
    return 4242;
}

// What the program makes when it has just started.
static void made_at_start(void (*make)(char *), char *out, size_t size)
{
    int ends[2];
    assert(pipe(ends) == 0);
    if (fork() == 0) {
        make(out);
        _exit(write(ends[1], out, size) < 0);
    }
    close(ends[1]);
    assert(read(ends[0], out, size) >= 0);
    close(ends[0]);
    wait(nullptr);
}

static void make(char *code)
{
    std::strcpy(code, voucher_code(30).c_str());
}

int main(void)
{
    char first[31] = "1", second[31] = "2";
    made_at_start(make, first, sizeof first);
    made_at_start(make, second, sizeof second);
    assert(std::strcmp(first, second) != 0);
    return 0;
}
