#include <stddef.h>

struct call {
    int answered, seconds_waited;
};

/* Returns the mean waiting time, in whole seconds, of the calls that were answered. */
int mean_wait(const struct call *calls, size_t count)
{
// treeplay: complete below
    int answered = 0, total = 0;
    for (size_t i = 0; i < count; i++)
        if (calls[i].answered) {
            answered++;
            total += calls[i].seconds_waited;
        }
    return answered ? total / answered : 0;
}
