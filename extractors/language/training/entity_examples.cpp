// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/entity_examples.hpp"

#include "core/text.hpp"
#include "core/tsv.hpp"
#include "extractors/embedded.hpp"
#include "extractors/language/tokenizer.hpp"

#include <algorithm>
#include <array>

namespace entente::language::training {

namespace {

/// Words as the tokenizer cuts them. PER, ORG, GPE and NAT are replaced by names of these types,
/// ACR by an acronym that is an organisation.
constexpr auto kTemplates = std::to_array<std::string_view>({
    "PER , spokesman for the ORG , said the talks in GPE would resume .",
    "The ORG ( ACR ) said in a statement on Monday that it welcomed the decision .",
    "NAT President PER met with PER , the head of ORG , in GPE .",
    "GPE and NAT officials said on Tuesday that the ORG had agreed .",
    "According to ORG , at least 12 people were killed in GPE .",
    "The deal between ORG and ORG was signed in GPE last week .",
    "PER told ORG that the government had failed .",
    "\" We will not accept this , \" PER told reporters .",
    "Prime Minister PER arrived in GPE for talks with Foreign Minister PER .",
    "The ORG leader , PER , was arrested in GPE .",
    "Shares of ORG rose 3 percent after ORG announced its results .",
    "PER , who joined ORG in 2015 , will become chief executive of ORG .",
    "A report by the ORG and the ORG found that GPE had improved .",
    "Members of the ORG staged a protest outside the ORG in GPE .",
    "Mr PER said the ORG would appeal .",
    "The NAT government has asked the ORG to investigate PER .",
    "In GPE , PER 's ORG won 45 seats .",
    "ORG reported that PER would visit GPE next month .",
    "The ORG and ORG have condemned the attack on GPE .",
    "ORG CEO PER said the company would expand to GPE and GPE .",
    "The ORG has called on GPE to release PER .",
    "PER ( ACR ) beat PER in the election .",
    "ORG 's PER said GPE was ready .",
    "Former ORG director PER died in GPE on Friday .",
    "The project is funded by ORG , ORG and the ORG .",
    "Students at ORG in GPE held a rally against the ORG .",
    "Justice PER of the ORG ruled against ORG .",
    "GPE and GPE signed an agreement on trade .",
    "The NAT and NAT armies clashed near GPE .",
    "PER 's lawyer , PER , said the ORG had no evidence .",
    "ORG researchers say the virus spread from GPE to GPE .",
    "The ruling ORG lost its majority to the ORG .",
    "Gen PER took power in GPE after a coup .",
    "NAT troops entered GPE , the ORG said .",
    "PER writes for ORG .",
    "The meeting of the ORG was attended by PER , PER and PER .",
});

constexpr auto kFields = std::to_array<std::string_view>({"Finance",
                                                          "Defence",
                                                          "Defense",
                                                          "Health",
                                                          "Education",
                                                          "Agriculture",
                                                          "Justice",
                                                          "Trade",
                                                          "Energy",
                                                          "Transport",
                                                          "Tourism",
                                                          "Labour",
                                                          "Internal Affairs",
                                                          "Home Affairs",
                                                          "Foreign Affairs",
                                                          "Environment",
                                                          "Information",
                                                          "Public Works",
                                                          "Planning",
                                                          "Water Resources",
                                                          "Human Rights",
                                                          "Trade and Industry",
                                                          "Science and Technology",
                                                          "Economic Development",
                                                          "Culture and Sports",
                                                          "Women and Children"});

constexpr auto kMinistries =
    std::to_array<std::string_view>({"Foreign", "Defence", "Defense", "Finance", "Health",
                                     "Interior", "Education", "Energy", "Justice", "Trade", "Oil"});

constexpr auto kNationalBodies = std::to_array<std::string_view>(
    {"Foreign Ministry", "Army", "Navy", "Parliament", "Football Federation", "Red Crescent",
     "Embassy", "Air Force", "Cabinet", "Supreme Court", "Central Bank", "Medical Association",
     "Communist Party", "Academy of Sciences", "Olympic Committee"});

constexpr auto kLocalBodies = std::to_array<std::string_view>(
    {"University", "City Council", "High Court", "Chamber of Commerce", "Police", "United", "FC",
     "Medical College", "Times", "Post", "Stock Exchange", "State University"});

constexpr auto kBareBodies = std::to_array<std::string_view>(
    {"Supreme Court", "High Court", "National Assembly", "House of Representatives", "Senate",
     "Constitutional Court", "Central Bank", "Election Commission", "Security Council",
     "Federal Reserve", "State Department", "Interior Ministry", "National Police",
     "Armed Forces"});

constexpr auto kBodies = std::to_array<std::string_view>({"Association", "Federation",
                                                          "Union",       "Council",
                                                          "Commission",  "Committee",
                                                          "Institute",   "Agency",
                                                          "Authority",   "Board",
                                                          "Network",     "Alliance",
                                                          "League",      "Society",
                                                          "Congress",    "Party",
                                                          "Front",       "Movement",
                                                          "Forum",       "Trust",
                                                          "Fund",        "Centre",
                                                          "Center",      "Coalition",
                                                          "Bureau",      "Chamber of Commerce"});

constexpr auto kAttributes = std::to_array<std::string_view>(
    {"National",     "International",  "Central",  "Federal",     "Democratic", "Progressive",
     "Islamic",      "Christian",      "United",   "Independent", "Supreme",    "Social",
     "Electoral",    "Human Rights",   "Football", "Cricket",     "Medical",    "Labour",
     "Agricultural", "Red Cross",      "Olympic",  "Students",    "Teachers",   "Farmers",
     "Youth",        "Workers",        "Maritime", "Space",       "Nuclear",    "Consumer",
     "Press",        "Anti-Corruption"});

constexpr auto kCompanies = std::to_array<std::string_view>(
    {"Group",     "Holdings",  "Corporation",  "Corp",    "Industries",  "Bank",  "Motors",
     "Energy",    "Airlines",  "Technologies", "Capital", "Partners",    "Media", "Foundation",
     "Insurance", "Petroleum", "Steel",        "Telecom", "Electronics", "Pharma"});

constexpr auto kOfPlaces = std::to_array<std::string_view>(
    {"University of ", "Bank of ", "Government of ", "Port Authority of ", "Municipality of "});

constexpr auto kSyllables = std::to_array<std::string_view>(
    {"ka", "ri", "mo", "ta", "no", "li", "za", "ve", "da",  "ro", "ni", "ma", "so",
     "le", "bu", "ti", "ra", "ke", "yo", "ga", "na", "shi", "fa", "du", "wa", "pe",
     "lo", "ha", "mi", "ju", "ko", "se", "re", "po", "vi",  "xi", "te", "ba"});

constexpr std::string_view kInitials = "ABCDEFGHIKLMNOPRSTUW";

constexpr unsigned kSwapped = 80; ///< names in a hundred

template <typename... Parts>
std::string join(const Parts&... parts)
{
    std::string out;
    ((out += parts), ...);
    return out;
}

} // namespace

Result<EntityExamples> EntityExamples::load(std::uint64_t seed)
{
    EntityExamples examples{seed};
    for (const extractors::Table& table : extractors::builtin_tables("names/")) {
        const Status read =
            read_tsv(table.text(), table.name, {"name", "kind"}, [&](const TsvRow& row) {
                const std::string name{row["name"]};
                for (const std::string_view kind : row.list("kind")) {
                    if (kind == "city") {
                        examples.cities_.push_back(name);
                    } else if (kind == "given") {
                        examples.given_names_.push_back(name);
                    } else if (kind == "surname") {
                        examples.surnames_.push_back(name);
                    } else if (kind == "organisation") {
                        examples.bodies_.push_back(name);
                    }
                }
                return Status{};
            });
        if (!read) {
            return read.error();
        }
    }
    for (const extractors::Table& table : extractors::builtin_tables("actors/states")) {
        const Status read = read_tsv(table.text(), table.name, {"name"}, [&](const TsvRow& row) {
            examples.countries_.emplace_back(row["name"]);
            for (const std::string_view people : row.list("adjectives")) {
                if (people.back() != 's') {
                    examples.peoples_.emplace_back(people);
                }
            }
            return Status{};
        });
        if (!read) {
            return read.error();
        }
    }
    for (const std::string& city : examples.cities_) {
        if (city.find_first_of(" -'.") == std::string::npos) {
            examples.single_cities_.push_back(city);
        }
    }
    if (examples.countries_.empty() || examples.peoples_.empty() ||
        examples.single_cities_.empty() || examples.given_names_.empty() ||
        examples.surnames_.empty() || examples.bodies_.empty()) {
        return Error{ErrorCode::bad_dataset, "a list of names is empty"}.hint(
            "see the README of datasets/names");
    }
    return examples;
}

LabelledWords EntityExamples::sentence()
{
    LabelledWords out;
    for (const std::string_view word : text::split(pick(kTemplates), ' ')) {
        const std::string name = name_of(word);
        if (name.empty()) {
            out.forms.emplace_back(word);
            out.labels.emplace_back("O");
            continue;
        }
        const std::string_view type = word == "PER"   ? "PERSON"
                                      : word == "NAT" ? "NORP"
                                      : word == "GPE" ? "GPE"
                                                      : "ORG";
        const char* begin = "B-";
        for (std::string& part : split_words(name)) {
            out.forms.push_back(std::move(part));
            out.labels.push_back(begin + std::string{type});
            begin = "I-";
        }
    }
    return out;
}

/// Empty where `type` is a word of the template.
std::string EntityExamples::name_of(std::string_view type)
{
    if (type == "PER") {
        return person();
    }
    if (type == "ORG") {
        return organisation();
    }
    if (type == "GPE") {
        return place();
    }
    if (type == "NAT") {
        return pick(peoples_);
    }
    return type == "ACR" ? acronym() : std::string{};
}

std::string EntityExamples::person()
{
    const auto form = random_() % 20;
    if (form < 7) {
        return surname();
    }
    std::string name = given_name();
    if (form >= 17) {
        name += form == 19 ? join(" ", std::string{pick(kInitials)}, ".") : " " + given_name();
    }
    return name + " " + surname();
}

std::string EntityExamples::organisation()
{
    const auto form = random_() % 100;
    if (form < 12) {
        return acronym();
    }
    if (form < 19) {
        return invented();
    }
    if (form < 30) {
        return join(invented(), " ", pick(kCompanies));
    }
    if (form < 33) {
        return join(chance(50) ? pick(cities_) : surname(), " & ", surname());
    }
    if (form < 40) {
        return join(pick(cities_), " ", pick(kLocalBodies));
    }
    if (form < 46) {
        return join(pick(kOfPlaces), chance(90) ? pick(cities_) : pick(countries_));
    }
    return body();
}

/// Ministries and other public bodies.
std::string EntityExamples::body()
{
    const auto form = random_() % 54;
    if (form < 16) {
        return join(chance(67) ? "Ministry of " : "Department of ", pick(kFields));
    }
    if (form < 22) {
        return join(pick(kMinistries), " Ministry");
    }
    if (form < 28) {
        return join(pick(peoples_), " ", pick(kNationalBodies));
    }
    if (form < 38) {
        return join(pick(kAttributes), " ", pick(kBodies));
    }
    if (form < 44) {
        return join(pick(kAttributes), " ", pick(kAttributes), " ", pick(kBodies));
    }
    if (form < 50) {
        return join(chance(50) ? pick(countries_) : pick(peoples_), " ", pick(kAttributes), " ",
                    pick(kBodies));
    }
    return std::string{pick(kBareBodies)};
}

std::string EntityExamples::place()
{
    return chance(35) ? pick(countries_) : pick(cities_);
}

std::string EntityExamples::given_name()
{
    return chance(60) ? pick(given_names_) : invented();
}

std::string EntityExamples::surname()
{
    return chance(50) ? pick(surnames_) : invented();
}

std::string EntityExamples::invented()
{
    static constexpr auto kLengths = std::to_array<std::size_t>({2, 2, 3, 3, 4});
    std::string word;
    for (std::size_t n = pick(kLengths); n > 0; --n) {
        word += pick(kSyllables);
    }
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
    return word;
}

std::string EntityExamples::acronym()
{
    static constexpr auto kLengths = std::to_array<std::size_t>({2, 3, 3, 3, 4, 4, 5});
    std::string word;
    for (std::size_t n = pick(kLengths); n > 0; --n) {
        word += pick(kInitials);
    }
    return word;
}

void EntityExamples::swap_names(std::vector<std::string>& forms, std::span<const std::string> xpos,
                                std::span<const std::string> labels, const NameLists& lists)
{
    for (std::size_t first = 0; first < forms.size();) {
        std::size_t last = first + 1;
        if (labels[first].size() > 2) {
            const std::string type = labels[first].substr(2);
            while (last < forms.size() && labels[last] == "I-" + type) {
                ++last;
            }
            if (chance(kSwapped)) {
                swap(forms, xpos, type, first, last, lists);
            }
        }
        first = last;
    }
}

void EntityExamples::swap(std::vector<std::string>& forms, std::span<const std::string> xpos,
                          std::string_view type, std::size_t first, std::size_t last,
                          const NameLists& lists)
{
    const bool single = last - first == 1;
    for (std::size_t i = first; i < last; ++i) {
        std::string& form = forms[i];
        if (xpos[i].substr(0, 3) != "NNP" || form.empty() || form.front() < 'A' ||
            form.front() > 'Z') {
            continue;
        }
        if (type == "PERSON") {
            if (form.size() > 2) {
                form = i + 1 == last ? surname() : given_name();
            }
        } else if (type == "GPE" && single) {
            form = pick(single_cities_);
        } else if (type == "ORG") {
            const std::string_view word = form;
            if (has(lists.whole({&word, 1}), Hint::organisation_word)) {
                form = chance(40) ? pick(bodies_) : form;
            } else if (single) {
                form = chance(50) ? acronym() : invented();
            } else if (const auto kind = random_() % 4; kind < 2) {
                form = kind == 0 ? acronym() : invented();
            } else {
                form = kind == 2 ? pick(single_cities_) : surname();
            }
        }
    }
}

} // namespace entente::language::training
