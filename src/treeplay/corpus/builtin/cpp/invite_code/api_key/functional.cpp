#include "program.cpp"

#include <cassert>

int main(void)
{
    Key first = new_api_key(), second = new_api_key();
    assert(first != second && first != Key{});
    return 0;
}
