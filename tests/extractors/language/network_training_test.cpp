// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/model_file.hpp"
#include "extractors/language/network.hpp"
#include "extractors/language/training/network_model.hpp"
#include "extractors/language/training/network_trainer.hpp"
#include "extractors/language/training/word_vectors.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

using namespace entente;                     // NOLINT(google-build-using-namespace)
using namespace entente::language::training; // NOLINT(google-build-using-namespace)
using language::kRoot;
using language::NetworkShape;

namespace {

NetworkShape small_shape(std::uint32_t embedding)
{
    return {.vector = 3,
            .embedding = embedding,
            .layers = 2,
            .state = 4,
            .tag = 5,
            .entity = 3,
            .arc = 4,
            .label = 5};
}

/// Sentences of three and two words, and one of two words of which only entities are known.
Batch small_batch()
{
    Batch batch;
    batch.begins = {0, 3, 5, 7};
    batch.rows = {{0, 1}, {2}, {1, 3}, {0}, {}, {2}, {0, 3}};
    batch.vectors = {0, kNoVector, 1, 2, 0, 1, kNoVector};
    batch.upos = {0, 1, 2, 0, 1, kNoLabel, kNoLabel};
    batch.xpos = {1, 0, 1, 1, 0, kNoLabel, kNoLabel};
    batch.relations = {1, 0, 2, 0, 2, kNoLabel, kNoLabel};
    batch.entities = {0, 1, 0, kNoLabel, kNoLabel, 1, 0};
    batch.heads = {1, 1, 1, 3, 3, kNoHead, kNoHead};
    return batch;
}

NetworkModel small_model(std::uint32_t embedding, Random& random)
{
    return {small_shape(embedding),
            {3, 2, 3, 2},
            4,
            {0.5F, -1.0F, 0.25F, 1.0F, 0.0F, -0.5F, 0.75F, 0.5F, 0.1F},
            random};
}

/// A made-up treebank of sentences "NAME verb NAME ." with a pattern to learn.
std::vector<Example> toy_examples()
{
    const std::vector<std::string> names{"Chad", "Kenya", "Peru", "Fiji", "Oman", "Laos"};
    const std::vector<std::string> verbs{"helps", "warns", "visits"};
    std::vector<Example> examples;
    for (const std::string& a : names) {
        for (const std::string& b : names) {
            for (const std::string& verb : verbs) {
                Example example;
                example.forms = {a, verb, b, "."};
                example.upos = {"PROPN", "VERB", "PROPN", "PUNCT"};
                example.xpos = {"NNP", "VBZ", "NNP", "."};
                example.relations = {"nsubj", "root", "obj", "punct"};
                example.heads = {1, kRoot, 1, 1};
                example.entities = {"B-GPE", "O", "B-GPE", "O"};
                example.hints = {1, 0, 1, 0};
                examples.push_back(std::move(example));
            }
        }
    }
    return examples;
}

WordVectors toy_vectors()
{
    std::istringstream in{"chad 1 0.5\nkenya 0.9 0.4\nhelps -1 0.2\n"};
    auto vectors = read_vectors(in, "toy.txt", 100);
    REQUIRE(vectors.ok());
    return std::move(*vectors);
}

TrainingOptions toy_options()
{
    TrainingOptions options;
    options.shape = {.vector = 3,
                     .embedding = 16,
                     .layers = 2,
                     .state = 8,
                     .tag = 16,
                     .entity = 8,
                     .arc = 16,
                     .label = 16};
    options.epochs = 25;
    options.batch_words = 40;
    options.rate = 0.02F;
    options.dropout = 0.1F;
    options.variation.recased = 0.0F;
    return options;
}

/// Sections as a model file that lies in memory like a mapped one.
class MappedModel {
public:
    MappedModel(const std::string& words, const std::string& network)
    {
        const std::string bytes =
            language::make_model_file({{"words", words}, {"network", network}});
        memory_.resize(bytes.size() + language::kModelAlignment);
        void* place = memory_.data();
        std::size_t space = memory_.size();
        std::align(language::kModelAlignment, bytes.size(), place, space);
        std::memcpy(place, bytes.data(), bytes.size());
        model_ = language::ModelFile::open({static_cast<const std::byte*>(place), bytes.size()},
                                           "toy.model")
                     .value();
    }

    [[nodiscard]] const language::ModelFile& model() const { return *model_; }

private:
    std::vector<std::byte> memory_;
    std::optional<language::ModelFile> model_;
};

NetworkSections train_toy()
{
    return train_network(toy_examples(), {}, toy_vectors(), toy_options(),
                         {[](std::string_view) {}, {}});
}

} // namespace

TEST_CASE("the gradients are the slopes of the loss", "[language][training]")
{
    // Once with a first layer that projects its input, once with one that passes it on.
    for (const std::uint32_t embedding : {6U, 8U}) {
        Random random{3};
        NetworkModel model = small_model(embedding, random);
        const Batch batch = small_batch();
        constexpr float kWeight = 0.5F;
        static_cast<void>(model.loss(batch, kWeight));
        std::vector<float> gradients;
        for (std::size_t i = 0; i < model.parameters.size(); ++i) {
            gradients.push_back(model.parameters.gradient_at(i));
        }
        std::vector<float> rows;
        for (std::size_t i = 0; i < 4 * embedding; ++i) {
            rows.push_back(model.features.gradient_at(i / embedding, i % embedding));
        }
        const auto slope = [&](float& weight) {
            constexpr float kStep = 2e-3F;
            const float kept = weight;
            weight = kept + kStep;
            const double above = model.loss(batch, kWeight);
            weight = kept - kStep;
            const double below = model.loss(batch, kWeight);
            weight = kept;
            return (above - below) / (2.0 * static_cast<double>(kStep));
        };
        // A step across the corner of a rectified number gives another slope; few do.
        std::size_t wrong = 0;
        for (std::size_t i = 0; i < gradients.size(); ++i) {
            wrong +=
                std::abs(slope(model.parameters.at(i)) - static_cast<double>(gradients[i])) > 2e-3
                    ? 1U
                    : 0U;
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            float& weight = model.features.row(i / embedding)[i % embedding];
            wrong += std::abs(slope(weight) - static_cast<double>(rows[i])) > 2e-3 ? 1U : 0U;
        }
        INFO("embedding of " << embedding << ": " << wrong << " of "
                             << gradients.size() + rows.size());
        REQUIRE(wrong * 100 <= gradients.size() + rows.size());
    }
}

TEST_CASE("training is the same to the byte with the same seed", "[language][training]")
{
    const NetworkSections once = train_toy();
    const NetworkSections again = train_toy();
    REQUIRE(once.words == again.words);
    REQUIRE(once.network == again.network);
}

TEST_CASE("a network that is cut short or of another shape is refused", "[language][training]")
{
    const NetworkSections sections = train_toy();
    const auto loads = [](const std::string& words, const std::string& network) {
        const MappedModel mapped{words, network};
        return language::Network::load(mapped.model()).ok();
    };
    REQUIRE(loads(sections.words, sections.network));
    for (std::size_t i = 1; i <= 40; ++i) {
        INFO(i << " of 40");
        CHECK_FALSE(
            loads(sections.words, sections.network.substr(0, sections.network.size() * i / 41)));
        CHECK_FALSE(
            loads(sections.words.substr(0, sections.words.size() * i / 41), sections.network));
    }
    for (std::size_t byte = 0; byte < sizeof(NetworkShape); ++byte) {
        std::string network = sections.network;
        network[byte] ^= '\x15';
        INFO("byte " << byte << " of the shape");
        CHECK_FALSE(loads(sections.words, network));
    }
    CHECK_FALSE(loads(sections.network, sections.words));
}

TEST_CASE("a trained network reads names and words it has not seen", "[language][training]")
{
    const NetworkSections sections = train_toy();
    const MappedModel mapped{sections.words, sections.network};
    const auto network = language::Network::load(mapped.model());
    REQUIRE(network.ok());

    language::Analysis analysis;
    for (const char* form : {"Mali", "helps", "Kenya", ".", "Peru", "warns", "Niger", "."}) {
        analysis.tokens.emplace_back().form = form;
    }
    analysis.sentences = {{{}, {}, 0, 4}, {{}, {}, 4, 8}};
    const std::vector<std::uint32_t> hints{1, 0, 1, 0, 1, 0, 1, 0};
    language::EntityScores scores;
    network->read(analysis, hints, &scores);
    const std::vector<std::size_t> heads{1, kRoot, 1, 1, 5, kRoot, 5, 5};
    const std::vector<std::string> relations{"nsubj", "root", "obj", "punct",
                                             "nsubj", "root", "obj", "punct"};
    const auto& labels = network->entity_labels();
    for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
        const auto& token = analysis.tokens[i];
        INFO(i << " " << token.form);
        CHECK(token.head == heads[i]);
        CHECK(token.relation == relations[i]);
        CHECK(token.upos == (relations[i] == "punct"  ? "PUNCT"
                             : relations[i] == "root" ? "VERB"
                                                      : "PROPN"));
        const float* row = scores.values.data() + i * scores.labels;
        CHECK(labels[static_cast<std::size_t>(std::max_element(row, row + scores.labels) - row)] ==
              (token.upos == "PROPN" ? "B-GPE" : "O"));
    }
}

TEST_CASE("vectors that do not fit are refused with their line", "[language][training]")
{
    const auto message = [](const std::string& text) {
        std::istringstream in{text};
        const auto vectors = read_vectors(in, "v.txt", 10);
        return vectors.ok() ? std::string{} : vectors.error().message();
    };
    REQUIRE(message("a 1 2\nb 3\n").find("v.txt:2") == 0);
    REQUIRE(message("a 1 x\n").find("v.txt:1") == 0);
    REQUIRE(message("a 1 nan\n").find("v.txt:1") == 0);
    REQUIRE(message("lonely\n").find("v.txt:1") == 0);
    REQUIRE(message("a 1 2\nb 3 4\n").empty());
}
