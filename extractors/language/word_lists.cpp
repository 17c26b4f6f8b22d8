// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/word_lists.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace entente::language {

namespace {

using Words = std::string_view;

// The arrays are sorted; a static_assert behind each holds them to it.

template <std::size_t N>
[[nodiscard]] constexpr bool sorted(const std::array<Words, N>& words)
{
    return std::is_sorted(words.begin(), words.end());
}

template <std::size_t N>
[[nodiscard]] bool contains(const std::array<Words, N>& words, std::string_view word) noexcept
{
    return std::binary_search(words.begin(), words.end(), word);
}

constexpr auto kAlways = std::to_array<Words>(
    {"al",   "approx", "attn", "blvd", "bros", "ca",     "cf",  "co",   "corp", "dept", "esp",
     "est",  "et",     "etc",  "feat", "govt", "hwy",    "inc", "incl", "intl", "jr",   "ltd",
     "misc", "mlle",   "mme",  "natl", "pty",  "refrig", "sq",  "sr",   "vs"});
static_assert(sorted(kAlways));

/// Titles, ranks and others that do not end a sentence.
constexpr auto kInside = std::to_array<Words>({"dr", "ft", "mr", "mrs", "ms", "prof", "st"});
static_assert(sorted(kInside));

/// Months, days, states, streets, titles, ranks: with a capital only.
constexpr auto kNames = std::to_array<Words>(
    {"adm",   "ala",  "apr",  "ariz",  "ark",   "assn",   "asst",  "aug",  "ave",   "brig", "calif",
     "capt",  "cdr",  "cllr", "cmdr",  "col",   "colo",   "comdr", "conn", "const", "cpl",  "dec",
     "del",   "det",  "dist", "ed",    "eds",   "eng",    "esq",   "fr",   "feb",   "fla",  "fri",
     "gen",   "gens", "gov",  "govs",  "hon",   "insp",   "jan",   "jul",  "jun",   "kan",  "ky",
     "lieut", "lt",   "maj",  "mar",   "mass",  "messrs", "mich",  "minn", "miss",  "mo",   "mon",
     "mont",  "mt",   "mts",  "neb",   "nev",   "nov",    "oct",   "okla", "ont",   "op",   "ore",
     "penn",  "ph",   "pres", "pvt",   "que",   "rep",    "reps",  "ret",  "rev",   "sat",  "sec",
     "sen",   "sens", "sep",  "sept",  "sgt",   "sgts",   "spec",  "ste",  "sun",   "supt", "tenn",
     "tex",   "thu",  "thur", "thurs", "treas", "tue",    "tues",  "univ", "va",    "ven",  "vol",
     "wash",  "wed",  "wis",  "wyo"});

/// States: before the comma that closes them ("Erie, Pa., said").
constexpr auto kPlaces = std::to_array<Words>({"cal", "ga", "ill", "ind", "la", "md", "me", "pa"});
static_assert(sorted(kPlaces));

constexpr auto kNumbered =
    std::to_array<Words>({"art", "arts", "b", "c", "ch", "d", "ext", "fig", "figs", "no", "nos",
                          "p", "para", "pp", "pt", "r", "ver", "vols"});
static_assert(sorted(kNumbered));

constexpr auto kPrefixes = std::to_array<Words>(
    {"anti",  "arch",  "bi",    "co",    "counter", "cross", "de",   "e",     "ex",
     "extra", "hyper", "infra", "inter", "intra",   "macro", "mega", "meta",  "micro",
     "mid",   "mini",  "mis",   "multi", "neo",     "non",   "over", "pan",   "para",
     "post",  "pre",   "pro",   "proto", "psycho",  "re",    "semi", "socio", "sub",
     "super", "trans", "tri",   "ultra", "un",      "under"});
static_assert(sorted(kPrefixes));

struct Contraction {
    std::string_view word;
    std::size_t first;
};

constexpr auto kContractions = std::to_array<Contraction>(
    {{"aint", 2},   {"arent", 3}, {"cannot", 3}, {"cant", 2},     {"couldnt", 5}, {"didnt", 3},
     {"doesnt", 4}, {"dont", 2},  {"dunno", 2},  {"gimme", 3},    {"gonna", 3},   {"gotta", 3},
     {"hadnt", 3},  {"hasnt", 3}, {"havent", 4}, {"im", 1},       {"isnt", 2},    {"ive", 1},
     {"lemme", 3},  {"lotta", 3}, {"outta", 3},  {"shouldnt", 6}, {"thats", 4},   {"theyre", 4},
     {"wanna", 3},  {"wasnt", 3}, {"werent", 4}, {"whats", 4},    {"wont", 2},    {"wouldnt", 5},
     {"youre", 3},  {"youve", 3}});

constexpr auto kUnits = std::to_array<Words>(
    {"A.M.", "AM",  "C",    "F",       "GB",   "GHz",  "GW",  "Hz",   "K",  "KB",   "M",   "MB",
     "MHz",  "MM",  "MW",   "MWh",     "P.M.", "PM",   "TB",  "TWh",  "am", "a.m.", "b",   "bbl",
     "bn",   "bpd", "cm",   "days",    "deg",  "ft",   "g",   "gb",   "ha", "hh",   "hr",  "hrs",
     "k",    "kHz", "kW",   "kWh",     "kb",   "kg",   "kgs", "kHz",  "km", "kms",  "kmh", "kph",
     "lb",   "lbs", "m",    "mb",      "mg",   "mi",   "min", "mins", "ml", "mm",   "mn",  "mph",
     "oz",   "p",   "p.m.", "percent", "pm",   "secs", "sq",  "t",    "tn", "trn",  "x",   "yrs"});

constexpr auto kNameEndings = std::to_array<Words>(
    {"asp",  "au",  "biz", "ca",  "cn",  "co",   "com", "csv", "de",   "doc", "docx", "edu", "eu",
     "exe",  "fr",  "gif", "gov", "htm", "html", "ie",  "in",  "info", "int", "io",   "ir",  "jp",
     "jpeg", "jpg", "js",  "mil", "mp3", "mp4",  "net", "nz",  "org",  "pdf", "php",  "pk",  "png",
     "ppt",  "ru",  "tv",  "tw",  "txt", "uk",   "us",  "xls", "xlsx", "xml", "za",   "zip"});

constexpr auto kClipped =
    std::to_array<Words>({"bout", "cause", "cept", "cos", "coz", "cuz", "em", "er", "n", "round",
                          "til", "till", "tis", "twas", "twill", "twould"});
static_assert(sorted(kClipped));

constexpr auto kSlashed = std::to_array<Words>({"b/c", "b/t", "l/c", "n/a", "s/he", "w/o"});
static_assert(sorted(kSlashed));

constexpr auto kOpeners = std::to_array<Words>(
    {"A",       "After", "An",   "And",  "As",    "At",     "But", "For",  "He",   "Her", "His",
     "However", "I",     "If",   "In",   "It",    "Its",    "On",  "She",  "That", "The", "Their",
     "There",   "These", "They", "This", "Those", "Though", "We",  "When", "While"});

/// A copy in order, for lists that read better out of it.
template <std::size_t N>
[[nodiscard]] constexpr std::array<Words, N> in_order(std::array<Words, N> words)
{
    std::sort(words.begin(), words.end());
    return words;
}

constexpr auto kSortedNames = in_order(kNames);
constexpr auto kSortedUnits = in_order(kUnits);
constexpr auto kSortedEndings = in_order(kNameEndings);
constexpr auto kSortedOpeners = in_order(kOpeners);

} // namespace

Abbreviation abbreviation(std::string_view word, bool capital) noexcept
{
    if (contains(kInside, word)) {
        return Abbreviation::inside;
    }
    if (contains(kAlways, word)) {
        return Abbreviation::always;
    }
    if (capital && contains(kSortedNames, word)) {
        return Abbreviation::name;
    }
    if (capital && contains(kPlaces, word)) {
        return Abbreviation::place;
    }
    return contains(kNumbered, word) ? Abbreviation::numbered : Abbreviation::none;
}

bool is_hyphen_prefix(std::string_view prefix) noexcept
{
    return contains(kPrefixes, prefix);
}

std::size_t contraction(std::string_view word) noexcept
{
    const auto at = std::lower_bound(
        kContractions.begin(), kContractions.end(), word,
        [](const Contraction& entry, std::string_view key) { return entry.word < key; });
    return at != kContractions.end() && at->word == word ? at->first : 0;
}

bool is_unit(std::string_view unit) noexcept
{
    return contains(kSortedUnits, unit);
}

bool is_name_ending(std::string_view ending) noexcept
{
    return contains(kSortedEndings, ending);
}

bool is_clipped_word(std::string_view word) noexcept
{
    return contains(kClipped, word);
}

bool is_slashed_word(std::string_view word) noexcept
{
    return contains(kSlashed, word);
}

bool is_opener(std::string_view word) noexcept
{
    return contains(kSortedOpeners, word);
}

} // namespace entente::language
