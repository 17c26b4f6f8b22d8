// SPDX-License-Identifier: Apache-2.0
// entente-train: from treebanks and word vectors to one model file.
#include "extractors/language/model_file.hpp"
#include "extractors/language/name_lists.hpp"
#include "extractors/language/training/document_list.hpp"
#include "extractors/language/training/entity_examples.hpp"
#include "extractors/language/training/example_maker.hpp"
#include "extractors/language/training/files.hpp"
#include "extractors/language/training/lemma_sources.hpp"
#include "extractors/language/training/lemma_training.hpp"
#include "extractors/language/training/made_up_examples.hpp"
#include "extractors/language/training/network_trainer.hpp"
#include "extractors/language/training/sentence_sources.hpp"
#include "extractors/language/training/sentence_training.hpp"
#include "extractors/language/training/treebanks.hpp"
#include "extractors/language/training/word_vectors.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace entente::language::training {
namespace {

struct Options {
    std::vector<std::string> train;
    std::vector<std::string> dev;
    std::string documents;
    std::vector<std::string> kinds{"permissive", "share-alike"};
    std::vector<std::string> weights; ///< "news=2"
    std::string vectors;
    std::size_t vector_words = 100'000;
    std::string datasets = "datasets";
    std::string output;
    std::size_t templates = 1500;
    std::size_t swapped = 1000;
    TrainingOptions network;
};

Result<std::vector<ListedDocument>> read_list(const std::string& file)
{
    if (file.empty()) {
        return std::vector<ListedDocument>{};
    }
    const auto text = read_file(file);
    if (!text) {
        return text.error();
    }
    return read_document_list(*text, file);
}

Result<std::vector<TextKind>> read_kinds(const std::vector<std::string>& names)
{
    std::vector<TextKind> kinds;
    for (const std::string& name : names) {
        bool known = false;
        for (const TextKind kind :
             {TextKind::permissive, TextKind::share_alike, TextKind::non_commercial}) {
            if (to_string(kind) == name) {
                kinds.push_back(kind);
                known = true;
            }
        }
        if (!known) {
            return Error{ErrorCode::unknown_name, fmt::format("--kinds: no kind \"{}\"", name)}
                .hint("give permissive, share-alike or non-commercial");
        }
    }
    return kinds;
}

Result<std::map<std::string, unsigned>> read_weights(const std::vector<std::string>& texts)
{
    std::map<std::string, unsigned> weights;
    for (const std::string& text : texts) {
        const std::size_t sign = text.find('=');
        const std::string number = sign == std::string::npos ? "" : text.substr(sign + 1);
        if (number.size() != 1 || number < "1" || number > "9") {
            return Error{ErrorCode::bad_value, fmt::format("--weight: \"{}\"", text)}.hint(
                "give a genre and how often its documents count, such as news=2");
        }
        weights[text.substr(0, sign)] = static_cast<unsigned>(number.front() - '0');
    }
    return weights;
}

Result<std::string> sentence_section(const std::vector<Treebank>& treebanks,
                                     const std::filesystem::path& datasets)
{
    std::vector<SentenceDocument> documents;
    for (const Treebank& treebank : treebanks) {
        for (const Document& document : treebank.documents) {
            documents.push_back(sentences_of(document));
        }
    }
    const std::string file = (datasets / "language" / "sentences.txt").string();
    const auto text = read_file(file);
    if (!text) {
        return text.error();
    }
    auto own = read_paragraphs(*text, file);
    if (!own) {
        return own.error();
    }
    documents.push_back(std::move(*own));
    return train_sentences(documents);
}

Result<std::string> lemma_section(const std::vector<Treebank>& treebanks, const Options& options,
                                  std::vector<std::string> words)
{
    std::vector<Document> documents;
    for (const Treebank& treebank : treebanks) {
        documents.insert(documents.end(), treebank.documents.begin(), treebank.documents.end());
    }
    LemmaSources sources;
    sources.documents = documents;
    sources.words = std::move(words);
    if (const Status read = read_lemma_tables(options.datasets, sources); !read) {
        return read.error();
    }
    return train_lemmas(sources);
}

Result<std::string> train(const Options& options)
{
    const auto list = read_list(options.documents);
    if (!list) {
        return list.error();
    }
    const auto kinds = read_kinds(options.kinds);
    if (!kinds) {
        return kinds.error();
    }
    auto weights = read_weights(options.weights);
    if (!weights) {
        return weights.error();
    }
    const auto names = NameLists::load();
    if (!names) {
        return names.error();
    }
    const ExampleMaker maker{*names, std::move(*weights)};
    std::vector<Treebank> treebanks;
    std::vector<Example> examples;
    for (const std::string& file : options.train) {
        auto treebank = read_treebank(file);
        if (!treebank) {
            return treebank.error();
        }
        if (const Status kept = keep_documents(*treebank, *list, *kinds); !kept) {
            return kept.error();
        }
        maker.add(treebank->documents, examples);
        treebanks.push_back(std::move(*treebank));
    }
    std::vector<NamedExamples> measured;
    for (const std::string& file : options.dev) {
        const auto treebank = read_treebank(file);
        if (!treebank) {
            return treebank.error();
        }
        measured.push_back({treebank->name, {}});
        maker.add(treebank->documents, measured.back().examples);
    }
    auto vector_file = open_file(options.vectors);
    if (!vector_file) {
        return vector_file.error();
    }
    const auto vectors = read_vectors(*vector_file, options.vectors, options.vector_words);
    if (!vectors) {
        return vectors.error();
    }
    std::vector<NamedSection> sections;
    auto lemmas = lemma_section(treebanks, options, vectors->words);
    if (!lemmas) {
        return lemmas.error();
    }
    sections.push_back({"lemmas", std::move(*lemmas)});
    auto sentences = sentence_section(treebanks, options.datasets);
    if (!sentences) {
        return sentences.error();
    }
    sections.push_back({"sentences", std::move(*sentences)});
    auto entity_examples = EntityExamples::load(options.network.seed);
    if (!entity_examples) {
        return entity_examples.error();
    }
    MadeUpExamples made_up{std::move(*entity_examples), examples, *names};
    TrainingHooks hooks;
    hooks.report = [](std::string_view line) {
        std::cerr << line << std::endl; // each at once: it takes long
    };
    hooks.made_up = [&] {
        return made_up.make(options.templates, options.swapped);
    };
    auto network = train_network(examples, measured, *vectors, options.network, hooks);
    sections.push_back({"words", std::move(network.words)});
    sections.push_back({"network", std::move(network.network)});
    return make_model_file(std::move(sections));
}

void add_options(CLI::App& app, Options& options)
{
    app.add_option("--train", options.train, "treebanks to learn from, CoNLL-U")->required();
    app.add_option("--dev", options.dev, "treebanks to measure on while it learns");
    app.add_option("--documents", options.documents,
                   "table of documents with their kind of licence");
    app.add_option("--kinds", options.kinds, "kinds of licence to learn from")->delimiter(',');
    app.add_option("--weight", options.weights, "GENRE=TIMES: documents that count more than once");
    app.add_option("--vectors", options.vectors, "word vectors, a word a line")->required();
    app.add_option("--vector-words", options.vector_words, "how many of them to keep");
    app.add_option("--datasets", options.datasets, "folder of the project's data files");
    app.add_option("-o,--output", options.output, "model file to write")->required();
    app.add_option("--templates", options.templates, "made-up sentences with names an epoch");
    app.add_option("--swapped", options.swapped, "sentences with swapped names an epoch");
    TrainingOptions& network = options.network;
    app.add_option("--seed", network.seed, "start of the random numbers");
    app.add_option("--least-count", network.least_count, "occurrences of a feature to be learned");
    app.add_option("--entity-weight", network.entity_weight, "of the loss of entity labels");
    app.add_option("--epochs", network.epochs, "passes over the treebanks");
    app.add_option("--rate", network.rate, "size of the steps");
    app.add_option("--dropout", network.dropout, "share of numbers hidden in training");
    app.add_option("--batch", network.batch_words, "words a step");
    app.add_option("--measure-every", network.measure_every, "epochs");
    app.add_option("--embedding", network.shape.embedding, "numbers a word");
    app.add_option("--layers", network.shape.layers, "recurrent layers");
    app.add_option("--state", network.shape.state, "numbers a direction of a layer");
    app.add_option("--tag", network.shape.tag, "hidden numbers for tags");
    app.add_option("--entity", network.shape.entity, "hidden numbers for entities");
    app.add_option("--arc", network.shape.arc, "hidden numbers for heads");
    app.add_option("--label", network.shape.label, "hidden numbers for labels");
}

int run(int argc, char** argv)
{
    CLI::App app{"Trains the language model of entente"};
    Options options;
    add_options(app, options);
    CLI11_PARSE(app, argc, argv);
    const auto model = train(options);
    if (!model) {
        std::cerr << "entente-train: " << model.error().message() << '\n';
        return EXIT_FAILURE;
    }
    std::ofstream out{options.output, std::ios::binary};
    out << *model;
    out.close();
    if (!out) {
        std::cerr << "entente-train: " << options.output << ": cannot be written\n";
        return EXIT_FAILURE;
    }
    std::cerr << fmt::format("{}: {} bytes\n", options.output, model->size());
    return EXIT_SUCCESS;
}

} // namespace
} // namespace entente::language::training

int main(int argc, char** argv)
{
    try {
        return entente::language::training::run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "entente-train: " << error.what() << '\n';
        return EXIT_FAILURE;
    }
}
