#include <stddef.h>
#include <stdint.h>

struct resource {
    const uint8_t *bytes;
    uint32_t size;
};

/* Returns where the chunk of `length` bytes at `offset` lies in memory, or NULL if the resource does not
 * hold it whole. */
const uint8_t *chunk(const struct resource *r, uint32_t offset, uint32_t length)
{
// treeplay: complete below
    if (offset + length > r->size)
        return NULL;
    return r->bytes + offset;
}
