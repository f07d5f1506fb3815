#include <stdio.h>

#define CHANNELS 8

struct mixer {
    int gain[CHANNELS];
};

/* Carries out a request "CHANNEL GAIN", such as "3 40"; channels count from 0.
 * Returns 0 if the gain was set, or -1. */
int set_gain(struct mixer *m, const char *request)
{
// treeplay: complete below
    int channel, gain;
    if (sscanf(request, "%d %d", &channel, &gain) != 2)
        return -1;
    if (channel < 0 || channel >= CHANNELS)
        return -1;
    m->gain[channel] = gain;
    return 0;
}
