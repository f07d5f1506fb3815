#include <stdint.h>
#include <stdlib.h>

struct track {
    unsigned frames, channels;
    float *samples;
};

/* Makes t a track of frames times channels samples, all of them 0.
 * Returns 0, or -1 if there is not enough memory. */
int make_silent(struct track *t, unsigned frames, unsigned channels)
{
// treeplay: complete below
    t->samples = calloc(frames * channels, sizeof *t->samples);
    if (t->samples == NULL)
        return -1;
    t->frames = frames;
    t->channels = channels;
    return 0;
}
