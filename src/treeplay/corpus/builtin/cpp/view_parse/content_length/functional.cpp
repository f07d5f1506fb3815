#include "program.cpp"

#include <cassert>

int main(void)
{
    assert(header_number("Content-Length: 42") == 42);
    assert(header_number("Age: 7") == 7);
    assert(header_number("nonsense") == -1);
    return 0;
}
