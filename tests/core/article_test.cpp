// SPDX-License-Identifier: Apache-2.0
// What makes an article another article.
#include "core/article.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fixtures.hpp"

namespace entente::tests {

TEST_CASE("the content of an article is all that its source says of it", "[core][article]")
{
    const Article article = make_article("a", "Some text.");
    const std::string hash = content_hash(article);
    CHECK(hash.size() == 16);

    Article same = article;
    same.id = "other";
    CHECK(content_hash(same) == hash);

    for (std::string Article::*part : {&Article::uri, &Article::publisher, &Article::language}) {
        Article corrected = article;
        corrected.*part += "other";
        CHECK(content_hash(corrected) != hash);
    }
    Article other = article;
    other.text += ' ';
    CHECK(content_hash(other) != hash);
    other = article;
    other.title += ' ';
    CHECK(content_hash(other) != hash);
    other = article;
    other.date.reset();
    CHECK(content_hash(other) != hash);

    // What moves from one part to the next is noticed.
    Article left = article;
    Article right = article;
    left.text = "ab";
    left.title = "c";
    right.text = "a";
    right.title = "bc";
    CHECK(content_hash(left) != content_hash(right));
}

TEST_CASE("an article without an id is named by its text", "[core][article]")
{
    CHECK(article_id("text") == article_id("text"));
    CHECK(article_id("text") != article_id("text "));
    CHECK(article_id("").size() == 16);
}

} // namespace entente::tests
