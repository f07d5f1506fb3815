#include "program.cpp"

#include <cassert>

int main(void)
{
    std::vector<Tone> melody;
    melody.reserve(50);
    melody.push_back({60, 1});
    melody.push_back({64, 2});
    play_twice(melody);
    assert(melody.size() == 4 && melody[2].pitch == 60 && melody[3].pitch == 64 && melody[3].beats == 2);
    std::vector<Tone> none;
    play_twice(none);
    assert(none.empty());
    return 0;
}
