#include <vector>

struct Tone {
    int pitch, beats;
};

// Appends all tones of the melody to the melody once more.
void play_twice(std::vector<Tone> &melody)
{
// treeplay: complete below
    for (const Tone &tone : melody)
        melody.push_back(tone);
}
