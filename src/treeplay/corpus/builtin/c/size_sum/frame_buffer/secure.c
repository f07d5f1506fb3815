#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct frame {
    uint32_t size;
    uint8_t *bytes;
};

/* Makes f the two parts one after the other, in memory of its own. Returns 0, or -1 if that fails. */
int make_frame(struct frame *f, const uint8_t *header, uint32_t header_size, const uint8_t *body, uint32_t body_size)
{
// treeplay: complete below
    if (header_size > UINT32_MAX - body_size)
        return -1;
    f->size = header_size + body_size;
    f->bytes = malloc(f->size);
    if (f->bytes == NULL)
        return -1;
    memcpy(f->bytes, header, header_size);
    memcpy(f->bytes + header_size, body, body_size);
    return 0;
}
