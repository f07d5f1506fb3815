#define DEPTH 16

struct undo {
    int count;
    int steps[DEPTH];
};

/* Remembers a step. Returns 0, or -1 if no more steps can be held. */
int remember(struct undo *u, int step)
{
// treeplay: complete below
    if (u->count >= DEPTH)
        return -1;
    u->steps[u->count] = step;
    u->count++;
    return 0;
}
