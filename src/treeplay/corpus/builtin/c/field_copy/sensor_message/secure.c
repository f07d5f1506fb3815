#include <stdint.h>
#include <string.h>

struct message {
    uint8_t kind;
    uint8_t size;
    uint8_t body[64];
};

/* Reads a message from n bytes: the kind, the size of the body (one byte each), then the body.
 * Returns 0, or -1 if the bytes are no whole message. */
int read_message(const uint8_t *data, size_t n, struct message *m)
{
// treeplay: complete below
    if (n < 2 || data[1] > n - 2 || data[1] > sizeof m->body)
        return -1;
    m->kind = data[0];
    m->size = data[1];
    memcpy(m->body, data + 2, m->size);
    return 0;
}
