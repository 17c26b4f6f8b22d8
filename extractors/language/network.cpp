// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/network.hpp"

#include "extractors/language/decoder.hpp"
#include "extractors/language/punctuation.hpp"
#include "extractors/language/word_features.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace entente::language {

namespace {

/// Words that are read together, unless one sentence has more.
constexpr std::size_t kChunk = 256;
/// Sizes beyond these are no network of ours; they keep damaged files from asking for all memory.
constexpr std::size_t kLargestLayer = 4096;
constexpr std::size_t kMostLayers = 16;

Error damaged()
{
    return Error{ErrorCode::bad_dataset, "the language model's network is damaged"}.hint(
        "train it again with entente-train, or take the model that comes with the program");
}

/// Takes arrays of a section, each of which must have the size that the shape asks for.
class WeightReader {
public:
    explicit WeightReader(SectionReader& section)
        : section_{section}
    {}

    [[nodiscard]] std::span<const float> array(std::size_t size)
    {
        const auto values = section_.array<float>();
        ok_ = ok_ && section_.ok() && values.size() == size &&
              std::all_of(values.begin(), values.end(), [](float value) {
                  constexpr float kAbsurd = 1e6F;
                  return value > -kAbsurd && value < kAbsurd;
              });
        return ok_ ? values : std::span<const float>{};
    }

    [[nodiscard]] DenseLayer dense(std::size_t inputs, std::size_t outputs, bool with_bias = true)
    {
        const auto weight = array(inputs * outputs);
        const auto bias = with_bias ? array(outputs) : std::span<const float>{};
        return ok_ ? DenseLayer{weight, bias, inputs, outputs} : DenseLayer{};
    }

    [[nodiscard]] std::vector<std::string> names()
    {
        constexpr std::size_t kMostNames = 1000;
        const auto count = section_.get<std::uint32_t>();
        ok_ = ok_ && section_.ok() && count > 0 && count < kMostNames;
        std::vector<std::string> names;
        for (std::size_t i = 0; ok_ && i < count; ++i) {
            names.push_back(section_.text());
        }
        ok_ = ok_ && section_.ok();
        return names;
    }

    [[nodiscard]] bool ok() const noexcept { return ok_; }

private:
    SectionReader& section_;
    bool ok_ = true;
};

bool is_sound(const NetworkShape& shape)
{
    const auto sound = [](std::uint32_t size) {
        return size > 0 && size <= kLargestLayer;
    };
    return sound(shape.vector) && sound(shape.embedding) && sound(shape.state) &&
           sound(shape.tag) && sound(shape.entity) && sound(shape.arc) && sound(shape.label) &&
           shape.layers > 0 && shape.layers <= kMostLayers;
}

std::size_t best(const float* scores, std::size_t from, std::size_t to)
{
    return static_cast<std::size_t>(std::max_element(scores + from, scores + to) - scores);
}

} // namespace

/// What a chunk needs on its way; kept from chunk to chunk.
struct Network::Memory {
    std::unordered_map<std::string_view, std::size_t> numbers; ///< of the chunk's distinct forms
    std::vector<std::size_t> form_of;                          ///< number of each word's form
    FormKeys keys;
    std::vector<float> vectors;    ///< of distinct forms
    std::vector<float> embeddings; ///< of distinct forms, before the function
    std::vector<float> learned;    ///< of distinct forms: the sums of their features
    std::vector<float> input;      ///< of words: what goes into the first layer
    std::vector<float> gates;
    std::vector<float> context;
    std::vector<float> next;
    std::vector<float> hidden;
    std::vector<float> mapped;
    std::vector<float> candidates; ///< of one sentence, transposed
    std::vector<float> arcs;
    std::vector<float> label_hidden;
    std::vector<float> outputs;
    std::vector<float> cell;
    std::vector<bool> is_mark; ///< of one sentence, as the next two
    std::vector<std::string_view> forms;
    std::vector<std::size_t> heads;
    QuantisedRows rows;
    TreeDecoder decoder;
};

Result<Network::Rows> Network::load_rows(SectionReader& section)
{
    Rows rows;
    rows.size = section.get<std::uint32_t>();
    rows.values = section.array<std::int8_t>();
    rows.scales = section.array<float>();
    if (!section.ok() || rows.size == 0 || rows.values.size() != rows.scales.size() * rows.size) {
        return damaged();
    }
    auto table = WordTable::load(section, rows.scales.size());
    if (!table) {
        return table.error();
    }
    rows.table = *table;
    return rows;
}

Result<Network> Network::load(const ModelFile& model)
{
    auto words = model.section("words");
    auto weights = model.section("network");
    if (!words || !weights) {
        return words ? weights.error() : words.error();
    }
    Network network;
    auto vectors = load_rows(*words);
    if (!vectors) {
        return vectors.error();
    }
    auto features = load_rows(*words);
    if (!features) {
        return features.error();
    }
    network.vectors_ = *vectors;
    network.features_ = *features;
    NetworkShape& shape = network.shape_;
    shape = weights->get<NetworkShape>();
    if (!weights->ok() || !is_sound(shape) || shape.vector != vectors->size ||
        shape.embedding != features->size) {
        return damaged();
    }
    WeightReader reader{*weights};
    network.labels_.upos = reader.names();
    network.labels_.xpos = reader.names();
    network.labels_.relations = reader.names();
    network.labels_.entities = reader.names();
    network.vector_projection_ = reader.dense(shape.vector, shape.embedding);
    for (std::size_t layer = 0; layer < shape.layers; ++layer) {
        RecurrentLayer recurrent;
        recurrent.gates =
            reader.dense(shape.input(layer), 2 * shape.gates(layer) * shape.state, false);
        recurrent.peep = reader.array(4UL * shape.state);
        recurrent.bias = reader.array(4UL * shape.state);
        network.layers_.push_back(std::move(recurrent));
    }
    network.heads_ = reader.dense(shape.context(), shape.heads());
    network.upos_ = reader.dense(shape.tag, network.labels_.upos.size());
    network.xpos_ = reader.dense(shape.tag, network.labels_.xpos.size());
    network.entities_ = reader.dense(shape.entity, network.labels_.entities.size());
    const auto arc_matrix = reader.array(std::size_t{shape.arc} * shape.arc);
    network.arc_bias_ = reader.array(shape.arc);
    network.arc_root_ = reader.array(shape.arc);
    network.arc_distance_ = reader.array(kDistances);
    network.label_root_ = reader.array(shape.label);
    network.label_distance_ = reader.array(kDistances * shape.label);
    network.relations_ = reader.dense(shape.label, network.labels_.relations.size());
    if (!reader.ok() || network.labels_.relations.size() < 2) {
        return damaged();
    }
    // The bias of heads joins the product: (d·U + b)·h = d·U·h + b·h.
    std::vector<float> transposed(arc_matrix.size());
    for (std::size_t i = 0; i < shape.arc; ++i) {
        for (std::size_t k = 0; k < shape.arc; ++k) {
            transposed[k * shape.arc + i] = arc_matrix[i * shape.arc + k];
        }
    }
    network.arc_matrix_ = DenseLayer{transposed, network.arc_bias_, shape.arc, shape.arc};
    return network;
}

void Network::read(Analysis& analysis, std::span<const std::uint32_t> hints,
                   EntityScores* scores) const
{
    if (scores != nullptr) {
        scores->labels = labels_.entities.size();
        scores->values.resize(analysis.tokens.size() * scores->labels);
    }
    // Bounded by the longest chunk; a thread's articles share it, for the system takes longer to
    // give fresh pages than the network to read an article.
    static thread_local Memory memory;
    memory.cell.resize(shape_.state);
    for (std::size_t first = 0; first < analysis.sentences.size();) {
        std::size_t last = first + 1;
        while (last < analysis.sentences.size() &&
               analysis.sentences[last].last - analysis.sentences[first].first <= kChunk) {
            ++last;
        }
        read_chunk(analysis, first, last, hints, scores, memory);
        first = last;
    }
}

void Network::read_chunk(Analysis& analysis, std::size_t first, std::size_t last,
                         std::span<const std::uint32_t> hints, EntityScores* scores,
                         Memory& memory) const
{
    const std::size_t first_token = analysis.sentences[first].first;
    const std::size_t last_token = analysis.sentences[last - 1].last;
    const std::size_t words = last_token - first_token;
    const std::span<Token> tokens{analysis.tokens.data() + first_token, words};
    embed(tokens, hints.empty() ? hints : hints.subspan(first_token, words), memory);
    add_context(analysis, first, last, memory);

    memory.hidden.resize(words * shape_.heads());
    memory.rows.assign(memory.context.data(), words, shape_.context(), shape_.context(),
                       instructions_);
    heads_.apply(memory.rows, memory.hidden.data(), shape_.heads(), true, instructions_);
    tag(tokens, memory);
    if (scores != nullptr) {
        memory.rows.assign(memory.hidden.data() + shape_.tag, words, shape_.entity, shape_.heads(),
                           instructions_);
        entities_.apply(memory.rows, scores->values.data() + first_token * scores->labels,
                        scores->labels, false, instructions_);
    }
    memory.mapped.resize(words * shape_.arc);
    memory.rows.assign(memory.hidden.data() + shape_.tag + shape_.entity, words, shape_.arc,
                       shape_.heads(), instructions_);
    arc_matrix_.apply(memory.rows, memory.mapped.data(), shape_.arc, false, instructions_);
    for (std::size_t sentence = first; sentence < last; ++sentence) {
        const std::size_t begin = analysis.sentences[sentence].first;
        const std::size_t end = analysis.sentences[sentence].last;
        parse({analysis.tokens.data() + begin, end - begin}, begin, begin - first_token, memory);
    }
    label(analysis, first_token, last_token, memory);
}

void Network::embed(std::span<const Token> tokens, std::span<const std::uint32_t> hints,
                    Memory& memory) const
{
    const std::size_t width = shape_.embedding;
    memory.numbers.clear();
    memory.form_of.clear();
    memory.vectors.clear();
    std::vector<std::string_view> forms;
    for (const Token& token : tokens) {
        const auto [found, added] = memory.numbers.emplace(token.form, forms.size());
        if (added) {
            forms.push_back(token.form);
        }
        memory.form_of.push_back(found->second);
    }
    // Features of distinct forms, then their word vectors through the projection.
    memory.vectors.assign(forms.size() * shape_.vector, 0.0F);
    memory.embeddings.resize(forms.size() * width);
    std::vector<float>& learned = memory.learned;
    learned.assign(forms.size() * width, 0.0F);
    for (std::size_t i = 0; i < forms.size(); ++i) {
        form_keys(forms[i], memory.keys);
        if (const auto row = vectors_.table.find(memory.keys.vector)) {
            add_scaled(vectors_.values.data() + std::size_t{*row} * shape_.vector,
                       vectors_.scales[*row], shape_.vector,
                       memory.vectors.data() + i * shape_.vector, instructions_);
        }
        for (const std::uint64_t key : memory.keys.features) {
            if (const auto row = features_.table.find(key)) {
                add_scaled(features_.values.data() + std::size_t{*row} * width,
                           features_.scales[*row], width, learned.data() + i * width,
                           instructions_);
            }
        }
    }
    memory.rows.assign(memory.vectors.data(), forms.size(), shape_.vector, shape_.vector,
                       instructions_);
    vector_projection_.apply(memory.rows, memory.embeddings.data(), width, false, instructions_);

    memory.input.resize(tokens.size() * width);
    for (std::size_t word = 0; word < tokens.size(); ++word) {
        const std::size_t form = memory.form_of[word];
        const float* a = memory.embeddings.data() + form * width;
        const float* b = learned.data() + form * width;
        float* to = memory.input.data() + word * width;
        for (std::size_t k = 0; k < width; ++k) {
            to[k] = a[k] + b[k];
        }
        if (!hints.empty()) {
            std::uint32_t bits = hints[word];
            for (unsigned bit = 0; bits != 0; ++bit, bits >>= 1U) {
                const auto row =
                    (bits & 1U) != 0 ? features_.table.find(hint_key(bit)) : std::nullopt;
                if (row) {
                    add_scaled(features_.values.data() + std::size_t{*row} * width,
                               features_.scales[*row], width, to, instructions_);
                }
            }
        }
        for (std::size_t k = 0; k < width; ++k) {
            to[k] = std::max(to[k], 0.0F);
        }
    }
}

void Network::add_context(const Analysis& analysis, std::size_t first_sentence,
                          std::size_t last_sentence, Memory& memory) const
{
    const std::size_t first_token = analysis.sentences[first_sentence].first;
    const std::size_t words = memory.form_of.size();
    const std::size_t state = shape_.state;
    const std::size_t context = shape_.context();
    memory.context.resize(words * context);
    memory.next.resize(words * context);
    for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
        const RecurrentLayer& recurrent = layers_[layer];
        const std::size_t inputs = shape_.input(layer);
        const std::size_t gates = shape_.gates(layer) * state; ///< of one direction
        const float* input = layer == 0 ? memory.input.data() : memory.context.data();
        memory.rows.assign(input, words, inputs, inputs, instructions_);
        memory.gates.resize(words * 2 * gates);
        recurrent.gates.apply(memory.rows, memory.gates.data(), 2 * gates, false, instructions_);
        float* output = memory.next.data();
        for (std::size_t i = first_sentence; i < last_sentence; ++i) {
            const std::size_t begin = analysis.sentences[i].first - first_token;
            const std::size_t end = analysis.sentences[i].last - first_token;
            for (std::size_t direction = 0; direction < 2; ++direction) {
                const std::size_t start = direction == 0 ? begin : end - 1;
                const std::ptrdiff_t sign = direction == 0 ? 1 : -1;
                RecurrentPass pass;
                pass.gates = memory.gates.data() + start * 2 * gates + direction * gates;
                pass.input =
                    shape_.gates(layer) == 4 ? nullptr : input + start * inputs + direction * state;
                pass.output = output + start * context + direction * state;
                pass.gates_step = sign * static_cast<std::ptrdiff_t>(2 * gates);
                pass.input_step = sign * static_cast<std::ptrdiff_t>(inputs);
                pass.output_step = sign * static_cast<std::ptrdiff_t>(context);
                pass.words = end - begin;
                pass.state = state;
                pass.forget_peep = recurrent.peep.data() + 2 * direction * state;
                pass.reset_peep = pass.forget_peep + state;
                pass.forget_bias = recurrent.bias.data() + 2 * direction * state;
                pass.reset_bias = pass.forget_bias + state;
                run_recurrent(pass, memory.cell.data(), instructions_);
            }
        }
        std::swap(memory.context, memory.next);
    }
}

void Network::tag(std::span<Token> tokens, Memory& memory) const
{
    memory.rows.assign(memory.hidden.data(), tokens.size(), shape_.tag, shape_.heads(),
                       instructions_);
    const auto choose = [&](const DenseLayer& layer, const std::vector<std::string>& names,
                            std::string Token::*field) {
        memory.outputs.resize(tokens.size() * layer.outputs());
        layer.apply(memory.rows, memory.outputs.data(), layer.outputs(), false, instructions_);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            tokens[i].*field =
                names[best(memory.outputs.data() + i * layer.outputs(), 0, layer.outputs())];
        }
    };
    choose(upos_, labels_.upos, &Token::upos);
    choose(xpos_, labels_.xpos, &Token::xpos);
}

void Network::parse(std::span<Token> tokens, std::size_t first_token, std::size_t row,
                    Memory& memory) const
{
    const std::size_t words = tokens.size();
    const std::size_t columns = words + 1;
    const std::size_t arc = shape_.arc;
    const std::size_t head_column = shape_.tag + shape_.entity + arc;
    memory.candidates.resize(arc * columns);
    for (std::size_t a = 0; a < arc; ++a) {
        memory.candidates[a * columns] = arc_root_[a];
    }
    for (std::size_t k = 0; k < words; ++k) {
        const float* from = memory.hidden.data() + (row + k) * shape_.heads() + head_column;
        for (std::size_t a = 0; a < arc; ++a) {
            memory.candidates[a * columns + k + 1] = from[a];
        }
    }
    memory.arcs.resize(words * columns);
    for (std::size_t i = 0; i < words; ++i) {
        float* scores = memory.arcs.data() + i * columns;
        scores[0] = 0.0F;
        for (std::size_t k = 0; k < words; ++k) {
            scores[k + 1] = arc_distance_[distance_bucket(i, k)];
        }
    }
    add_products(memory.mapped.data() + row * arc, arc, memory.candidates.data(), words, arc,
                 columns, memory.arcs.data(), columns, instructions_);
    // Marks take no part in the tree of the words and hang by rules.
    memory.is_mark.resize(words);
    memory.forms.resize(words);
    std::size_t marks = 0;
    for (std::size_t i = 0; i < words; ++i) {
        memory.is_mark[i] = tokens[i].upos == "PUNCT";
        memory.forms[i] = tokens[i].form;
        marks += memory.is_mark[i] ? 1U : 0U;
    }
    keep_marks_out(memory.arcs, memory.is_mark, marks);
    const auto found = memory.decoder.best_tree(memory.arcs, words);
    memory.heads.resize(words);
    for (std::size_t i = 0; i < words; ++i) {
        memory.heads[i] = found[i] == 0 ? kRoot : found[i] - 1;
    }
    attach_punctuation(memory.forms, memory.is_mark, memory.heads);
    for (std::size_t i = 0; i < words; ++i) {
        tokens[i].head = memory.heads[i] == kRoot ? kRoot : first_token + memory.heads[i];
    }
}

void Network::label(Analysis& analysis, std::size_t first_token, std::size_t last_token,
                    Memory& memory) const
{
    const std::size_t words = last_token - first_token;
    const std::size_t size = shape_.label;
    const std::size_t dependent_column = shape_.tag + shape_.entity + 2UL * shape_.arc;
    memory.label_hidden.resize(words * size);
    for (std::size_t i = 0; i < words; ++i) {
        const float* dependent = memory.hidden.data() + i * shape_.heads() + dependent_column;
        const std::size_t head = analysis.tokens[first_token + i].head;
        float* to = memory.label_hidden.data() + i * size;
        if (head == kRoot) {
            for (std::size_t k = 0; k < size; ++k) {
                to[k] = std::max(dependent[k] + label_root_[k], 0.0F);
            }
            continue;
        }
        const float* governor =
            memory.hidden.data() + (head - first_token) * shape_.heads() + dependent_column + size;
        const float* distance =
            label_distance_.data() + distance_bucket(i, head - first_token) * size;
        for (std::size_t k = 0; k < size; ++k) {
            to[k] = std::max(dependent[k] + governor[k] + distance[k], 0.0F);
        }
    }
    memory.rows.assign(memory.label_hidden.data(), words, size, size, instructions_);
    const std::size_t count = relations_.outputs();
    memory.outputs.resize(words * count);
    relations_.apply(memory.rows, memory.outputs.data(), count, false, instructions_);
    for (std::size_t i = 0; i < words; ++i) {
        Token& token = analysis.tokens[first_token + i];
        if (token.head == kRoot) {
            token.relation = labels_.relations[0];
        } else if (token.upos == "PUNCT") {
            token.relation = kPunctuation;
        } else {
            token.relation = labels_.relations[best(memory.outputs.data() + i * count, 1, count)];
        }
    }
}

} // namespace entente::language
