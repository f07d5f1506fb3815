#include "program.cpp"

#include <cassert>

int main(void)
{
    std::vector<Tone> melody{{60, 1}, {64, 2}, {67, 1}};
    play_twice(melody);
    assert(melody.size() <= 6);
    play_twice(melody);
    assert(melody.size() <= 12);
    return 0;
}
