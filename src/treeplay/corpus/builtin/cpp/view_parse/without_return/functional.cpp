#include "program.cpp"

#include <cassert>

int main(void)
{
    assert(strip_ending("hello\r\n") == "hello");
    assert(strip_ending("hello\n") == "hello");
    assert(strip_ending("hello") == "hello");
    return 0;
}
