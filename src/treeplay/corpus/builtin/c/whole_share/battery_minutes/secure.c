#include <stdlib.h>

/* Returns in how many minutes a battery with this charge (in mAh) is empty when the device draws `drain`
 * mAh per hour, such as 90 for a charge of 300 and a drain of 200. */
int minutes_left(int charge, int drain)
{
// treeplay: complete below
    if (drain <= 0)
        return -1;
    return charge * 60 / drain;
}
