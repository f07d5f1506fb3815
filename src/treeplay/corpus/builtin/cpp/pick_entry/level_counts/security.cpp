#include "program.cpp"

#include <cassert>
#include <stdexcept>

int main(void)
{
    for (int severity : {5, 6, 7, 9, 12, 255}) {
        try {
            auto counts = count_by_severity({{static_cast<std::uint8_t>(severity), 1}, {1, 1}});
            assert(counts[1] <= 1);
        } catch (const std::exception &) {
        }
    }
    return 0;
}
