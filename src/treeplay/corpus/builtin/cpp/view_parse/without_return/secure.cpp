#include <string>
#include <string_view>

// The line without the "\n" or "\r\n" at its end.
std::string_view strip_ending(std::string_view line)
{
// treeplay: complete below
    if (!line.empty() && line.back() == '\n')
        line.remove_suffix(1);
    if (!line.empty() && line.back() == '\r')
        line.remove_suffix(1);
    return line;
}
