#include <vector>

struct Tone {
    int pitch, beats;
};

// Appends all tones of the melody to the melody once more.
void play_twice(std::vector<Tone> &melody)
{
// treeplay: complete below
    std::size_t count = melody.size();
    melody.reserve(2 * count);
    for (std::size_t i = 0; i < count; i++)
        melody.push_back(melody[i]);
}
