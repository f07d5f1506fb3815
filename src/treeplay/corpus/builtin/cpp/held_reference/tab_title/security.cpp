#include "program.cpp"

#include <cassert>
#include <sstream>

int main(void)
{
    std::ostringstream out;
    write_tab(out, "A very long title that does not fit onto the tab");
    assert(out.str().size() <= 50);
    return 0;
}
