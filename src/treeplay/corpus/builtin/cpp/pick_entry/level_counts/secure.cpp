#include <array>
#include <cstdint>
#include <vector>

struct Record {
    std::uint8_t severity; // 0 (debug) to 4 (fatal)
    std::uint32_t time;
};

// How many of the records, which were read from a file, have severity 0, 1, 2, 3 and 4.
std::array<int, 5> count_by_severity(const std::vector<Record> &records)
{
// treeplay: complete below
    std::array<int, 5> counts{};
    for (const Record &record : records)
        if (record.severity < counts.size())
            counts[record.severity]++;
    return counts;
}
