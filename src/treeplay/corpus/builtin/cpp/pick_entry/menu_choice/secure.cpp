#include <string>
#include <vector>

// The dish with the number that the guest typed, such as "2"; the first of the menu has number 1.
std::string chosen_dish(const std::vector<std::string> &menu, const std::string &typed)
{
// treeplay: complete below
    int number = std::stoi(typed);
    if (number < 1 || number > static_cast<int>(menu.size()))
        return "";
    return menu[number - 1];
}
