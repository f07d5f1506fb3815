#include <stdint.h>
#include <string.h>

struct layout {
    uint32_t width, tile, across;
};

/* Reads the width of the picture and of a tile (four bytes each, lowest first) from the header, and
 * works out how many tiles lie side by side, the last one perhaps cut. Returns 0, or -1 on failure. */
int read_layout(const uint8_t header[8], struct layout *l)
{
// treeplay: complete below
    memcpy(&l->width, header, 4);
    memcpy(&l->tile, header + 4, 4);
    l->across = l->width / l->tile + (l->width % l->tile != 0);
    return 0;
}
