#include "program.cpp"

#include <cassert>
#include <exception>

int main(void)
{
    auto author = std::make_shared<Author>(Author{"Jane Austen"});
    Book book{"Emma", author};
    author.reset();
    for (int i = 0; i < 2; i++) {
        try {
            assert(author_line(book).size() < 60);
        } catch (const std::exception &) {
        }
        book.author = {};
    }
    return 0;
}
