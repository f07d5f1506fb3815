#include <array>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <unistd.h>

using Key = std::array<std::uint8_t, 16>;

// A new random key.
Key new_api_key()
{
// treeplay: complete below
    Key key;
    std::random_device source;
    for (auto &byte : key)
        byte = static_cast<std::uint8_t>(source());
    return key;
}
