#include "program.cpp"

#include <cassert>
#include <cstring>

int main(void)
{
    for (const char *line : {"\n", "\r\n", ""}) {
        std::size_t n = std::strlen(line);
        char *bytes = new char[n];
        std::memcpy(bytes, line, n);
        assert(strip_ending({bytes, n}).empty());
        delete[] bytes;
    }
    return 0;
}
