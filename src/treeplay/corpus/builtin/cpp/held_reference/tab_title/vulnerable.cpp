#include <ostream>
#include <string>
#include <string_view>

constexpr std::size_t WIDTH = 24;

// Writes the title in brackets: whole if it has at most WIDTH characters, else its first WIDTH - 3
// characters and "...".
void write_tab(std::ostream &out, const std::string &title)
{
// treeplay: complete below
    std::string_view shown = title;
    if (title.size() > WIDTH)
        shown = title.substr(0, WIDTH - 3) + "...";
    out << '[' << shown << ']';
}
