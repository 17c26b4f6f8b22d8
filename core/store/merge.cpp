// SPDX-License-Identifier: Apache-2.0
// The union of stores: commutative, associative and idempotent.
#include "core/store/store.hpp"
#include "core/store/store_impl.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace entente::store {

namespace {

bool is_digit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

/// Takes a run of digits from the front, without leading zeros.
std::string_view take_digits(std::string_view& text) noexcept
{
    std::size_t n = 0;
    while (n < text.size() && is_digit(text[n])) {
        ++n;
    }
    std::string_view digits = text.substr(0, n);
    text.remove_prefix(n);
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return digits;
}

/// "entente 0.9.0" before "entente 0.10.0": runs of digits are compared as numbers. Negative,
/// zero or positive.
int compare_versions(std::string_view left, std::string_view right) noexcept
{
    while (!left.empty() && !right.empty()) {
        if (is_digit(left.front()) && is_digit(right.front())) {
            const std::string_view a = take_digits(left);
            const std::string_view b = take_digits(right);
            if (a.size() != b.size()) {
                return a.size() < b.size() ? -1 : 1;
            }
            if (const int order = a.compare(b); order != 0) {
                return order;
            }
            continue;
        }
        if (left.front() != right.front()) {
            return left.front() < right.front() ? -1 : 1;
        }
        left.remove_prefix(1);
        right.remove_prefix(1);
    }
    return left.empty() ? (right.empty() ? 0 : -1) : 1;
}

std::string record_of(std::string_view uri, std::string_view publisher, std::string_view language)
{
    return fmt::format("{}\n{}\n{}", uri, publisher, language);
}

} // namespace

bool ArticleVersion::operator<(const ArticleVersion& other) const
{
    if (has_text != other.has_text) {
        return !has_text;
    }
    if (const int order = compare_versions(extractor, other.extractor); order != 0) {
        return order < 0;
    }
    return std::tie(extractor, content_hash, record, mentions_hash) <
           std::tie(other.extractor, other.content_hash, other.record, other.mentions_hash);
}

Result<AddOutcome> Store::merge(const Extracted& extracted)
{
    const auto mentions = prepare_mentions(extracted);
    if (!mentions) {
        return mentions.error();
    }
    // Under the lock, so that no other writer comes between the decision and the deed.
    if (Status begun = impl_->begin(); !begun) {
        return begun.error();
    }
    auto select = impl_->database.prepare(
        "SELECT text <> '', extractor, content_hash, uri, publisher, language, mentions_hash "
        "FROM articles WHERE key = ?");
    if (!select) {
        return select.error();
    }
    const Article& article = extracted.article;
    const auto row = select->bind(1, article.id).step();
    if (!row) {
        return row.error();
    }
    if (*row) {
        const ArticleVersion here{select->integer(0) != 0, std::string{select->text(1)},
                                  std::string{select->text(2)},
                                  record_of(select->text(3), select->text(4), select->text(5)),
                                  std::string{select->text(6)}};
        const ArticleVersion there{
            !article.text.empty(), extracted.extractor, content_hash(article),
            record_of(article.uri, article.publisher, article.language), mentions->hash};
        if (!(here < there)) {
            return AddOutcome::unchanged;
        }
    }
    select->reset();
    return put_article(*impl_, extracted, *mentions);
}

Status Store::merge_store(const std::filesystem::path& other)
{
    const auto source = Store::open(other, OpenMode::read);
    if (!source) {
        return source.error();
    }
    return source->for_each_article([this](const Extracted& extracted) -> Status {
        const auto outcome = merge(extracted);
        return outcome ? Status{} : Status{outcome.error()};
    });
}

} // namespace entente::store
