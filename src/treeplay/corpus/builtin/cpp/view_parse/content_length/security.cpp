#include "program.cpp"

#include <cassert>
#include <cstring>
#include <exception>

int main(void)
{
    for (const char *line : {"Age: 42", "Age:", "Age: ", "A: 1"}) {
        std::size_t n = std::strlen(line);
        char *bytes = new char[n];
        std::memcpy(bytes, line, n);
        try {
            assert(header_number({bytes, n}) <= 42);
        } catch (const std::exception &) {
        }
        delete[] bytes;
    }
    return 0;
}
