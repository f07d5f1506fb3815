#include "program.cpp"

#include <cassert>

int main(void)
{
    auto author = std::make_shared<Author>(Author{"Jane Austen"});
    Book book{"Emma", author};
    assert(author_line(book) == "Emma by Jane Austen");
    return 0;
}
