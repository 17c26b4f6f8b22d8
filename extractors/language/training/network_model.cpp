// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/network_model.hpp"

#include "extractors/language/analysis.hpp"
#include "extractors/language/decoder.hpp"
#include "extractors/language/punctuation.hpp"

#include <algorithm>
#include <cmath>

namespace entente::language::training {

namespace {

Eigen::Index index(std::size_t i)
{
    return static_cast<Eigen::Index>(i);
}

} // namespace

/// What a run forwards leaves for the way back.
struct NetworkModel::Forward {
    float dropout = 0.0F;
    Matrix vectors;
    Matrix embedding; ///< behind its function and dropout
    Dropout embedding_dropout;
    std::vector<Matrix> inputs; ///< of the layers; the last is what the heads read
    std::vector<Recurrent::Memory> memories;
    std::vector<Dropout> dropouts;
    Matrix hidden; ///< of the heads, behind their function and dropout
    Dropout hidden_dropout;
};

NetworkModel::NetworkModel(const NetworkShape& shape_, const OutputSizes& outputs_,
                           std::size_t feature_rows, std::vector<float> vectors, Random& random)
    : shape{shape_}
    , outputs{outputs_}
    , features{feature_rows, shape_.embedding, 0.1F, random}
    , word_vectors{std::move(vectors)}
    , vector_projection{parameters, shape_.vector, shape_.embedding, random}
{
    for (std::size_t layer = 0; layer < shape.layers; ++layer) {
        recurrent.emplace_back(parameters, shape.input(layer), shape.state, random);
    }
    heads = Linear{parameters, shape.context(), shape.heads(), random};
    upos = Linear{parameters, shape.tag, outputs.upos, random};
    xpos = Linear{parameters, shape.tag, outputs.xpos, random};
    entities = Linear{parameters, shape.entity, outputs.entities, random};
    arc_matrix = parameters.add(shape.arc, shape.arc, 1.0F / static_cast<float>(shape.arc), random);
    arc_bias = parameters.add_constant(1, shape.arc, 0.0F);
    arc_root = parameters.add(1, shape.arc, 0.5F, random);
    arc_distance = parameters.add_constant(1, kDistances, 0.0F);
    label_root = parameters.add(1, shape.label, 0.5F, random);
    label_distance = parameters.add(kDistances, shape.label, 0.1F, random);
    relations = Linear{parameters, shape.label, outputs.relations, random};
}

void NetworkModel::embed(const Batch& batch, Matrix& vectors, Matrix& embedding) const
{
    const std::size_t words = batch.rows.size();
    vectors.setZero(index(words), index(shape.vector));
    for (std::size_t i = 0; i < words; ++i) {
        if (batch.vectors[i] != kNoVector) {
            const float* from = word_vectors.data() + std::size_t{batch.vectors[i]} * shape.vector;
            std::copy(from, from + shape.vector, vectors.row(index(i)).data());
        }
    }
    vector_projection.forward(parameters, vectors, embedding);
    for (std::size_t i = 0; i < words; ++i) {
        float* sum = embedding.row(index(i)).data();
        for (const std::uint32_t row : batch.rows[i]) {
            const float* from = features.row(row);
            for (std::size_t k = 0; k < shape.embedding; ++k) {
                sum[k] += from[k];
            }
        }
    }
    embedding = embedding.cwiseMax(0.0F);
}

void NetworkModel::run(const Batch& batch, float dropout, Random* random, Forward& forward) const
{
    forward.dropout = random == nullptr ? 0.0F : dropout;
    embed(batch, forward.vectors, forward.embedding);
    if (random != nullptr) {
        forward.embedding_dropout.by_number(forward.embedding, dropout, *random);
    }
    forward.inputs.resize(shape.layers + 1);
    forward.memories.resize(shape.layers);
    forward.dropouts.resize(shape.layers);
    forward.inputs[0] = forward.embedding;
    for (std::size_t layer = 0; layer < shape.layers; ++layer) {
        recurrent[layer].forward(parameters, forward.inputs[layer], batch.begins,
                                 forward.memories[layer], forward.inputs[layer + 1]);
        if (random != nullptr) {
            forward.dropouts[layer].by_sentence(forward.inputs[layer + 1], batch.begins, dropout,
                                                *random);
        }
    }
    heads.forward(parameters, forward.inputs.back(), forward.hidden);
    forward.hidden = forward.hidden.cwiseMax(0.0F);
    if (random != nullptr) {
        forward.hidden_dropout.by_sentence(forward.hidden, batch.begins, dropout, *random);
    }
}

/// Rows are dependents, column 0 is the root, column 1 + k word k of the sentence.
Matrix NetworkModel::arc_scores(const Forward& forward, std::size_t first, std::size_t last) const
{
    const std::size_t words = last - first;
    const auto dependents = forward.hidden.block(index(first), index(shape.tag + shape.entity),
                                                 index(words), index(shape.arc));
    Matrix candidates{index(words + 1), index(shape.arc)};
    candidates.row(0) = parameters.value(arc_root);
    candidates.bottomRows(index(words)) = forward.hidden.block(
        index(first), index(shape.tag + shape.entity + shape.arc), index(words), index(shape.arc));
    const Matrix mapped = dependents * parameters.value(arc_matrix);
    Matrix scores = mapped * candidates.transpose();
    const Matrix bias = parameters.value(arc_bias) * candidates.transpose();
    scores.rowwise() += bias.row(0);
    const float* distance = parameters.value(arc_distance).data();
    for (std::size_t i = 0; i < words; ++i) {
        for (std::size_t k = 0; k < words; ++k) {
            scores(index(i), index(k + 1)) += distance[distance_bucket(i, k)];
        }
        scores(index(i), index(i + 1)) = -1e9F;
    }
    return scores;
}

Losses NetworkModel::backward(const Batch& batch, Forward& forward, float entity_weight)
{
    Losses losses;
    const std::size_t words = batch.rows.size();
    const float scale = 1.0F / static_cast<float>(words);
    Matrix dhidden = Matrix::Zero(index(words), index(shape.heads()));

    // Tags and entities.
    const auto classify = [&](const Linear& linear, std::size_t column, std::size_t width,
                              const std::vector<std::uint16_t>& gold, float weight) {
        const Matrix hidden = forward.hidden.middleCols(index(column), index(width));
        Matrix scores;
        linear.forward(parameters, hidden, scores);
        double loss = 0.0;
        for (std::size_t i = 0; i < words; ++i) {
            float* row = scores.row(index(i)).data();
            if (gold[i] == kNoLabel) {
                scores.row(index(i)).setZero();
                continue;
            }
            loss += static_cast<double>(
                cross_entropy(row, static_cast<std::size_t>(scores.cols()), gold[i]));
        }
        scores *= scale * weight;
        Matrix dx = Matrix::Zero(index(words), index(width));
        linear.backward(parameters, hidden, scores, &dx);
        dhidden.middleCols(index(column), index(width)) += dx;
        return loss * static_cast<double>(scale * weight);
    };
    losses.tags = classify(upos, 0, shape.tag, batch.upos, 1.0F) +
                  classify(xpos, 0, shape.tag, batch.xpos, 1.0F);
    losses.entities = classify(entities, shape.tag, shape.entity, batch.entities, entity_weight);

    // Arcs, sentence by sentence.
    const std::size_t dependent_column = shape.tag + shape.entity;
    const std::size_t head_column = dependent_column + shape.arc;
    for (std::size_t s = 0; s + 1 < batch.begins.size(); ++s) {
        const std::size_t first = batch.begins[s];
        const std::size_t count = batch.begins[s + 1] - first;
        const auto begin = batch.heads.begin() + static_cast<std::ptrdiff_t>(first);
        if (std::all_of(begin, begin + static_cast<std::ptrdiff_t>(count),
                        [](std::uint32_t head) { return head == kNoHead; })) {
            continue;
        }
        Matrix scores = arc_scores(forward, first, batch.begins[s + 1]);
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint32_t head = batch.heads[first + i];
            if (head == kNoHead) {
                scores.row(index(i)).setZero();
                continue;
            }
            const std::size_t gold = head == first + i ? 0 : head - first + 1;
            losses.arcs += static_cast<double>(
                scale * cross_entropy(scores.row(index(i)).data(), count + 1, gold));
        }
        scores *= scale;
        float* distance = parameters.gradient(arc_distance).data();
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t k = 0; k < count; ++k) {
                if (i != k) {
                    distance[distance_bucket(i, k)] += scores(index(i), index(k + 1));
                }
            }
        }
        const Matrix dependents = forward.hidden.block(index(first), index(dependent_column),
                                                       index(count), index(shape.arc));
        Matrix candidates{index(count + 1), index(shape.arc)};
        candidates.row(0) = parameters.value(arc_root);
        candidates.bottomRows(index(count)) =
            forward.hidden.block(index(first), index(head_column), index(count), index(shape.arc));
        const Matrix through = scores * candidates; // [count, arc]
        parameters.gradient(arc_matrix).noalias() += dependents.transpose() * through;
        dhidden.block(index(first), index(dependent_column), index(count), index(shape.arc))
            .noalias() += through * parameters.value(arc_matrix).transpose();
        const Matrix mapped = dependents * parameters.value(arc_matrix);
        Matrix dcandidates = scores.transpose() * mapped;
        const Matrix column_sums = scores.colwise().sum(); // [1, count + 1]
        parameters.gradient(arc_bias).noalias() += column_sums * candidates;
        dcandidates.noalias() += column_sums.transpose() * parameters.value(arc_bias);
        parameters.gradient(arc_root) += dcandidates.row(0);
        dhidden.block(index(first), index(head_column), index(count), index(shape.arc)) +=
            dcandidates.bottomRows(index(count));
    }

    // Labels of the gold arcs.
    const std::size_t label_dependent = head_column + shape.arc;
    const std::size_t label_head = label_dependent + shape.label;
    Matrix hidden = forward.hidden.middleCols(index(label_dependent), index(shape.label));
    std::vector<std::size_t> begin_of(words);
    for (std::size_t s = 0; s + 1 < batch.begins.size(); ++s) {
        std::fill(begin_of.begin() + static_cast<std::ptrdiff_t>(batch.begins[s]),
                  begin_of.begin() + static_cast<std::ptrdiff_t>(batch.begins[s + 1]),
                  batch.begins[s]);
    }
    const auto label_columns = [&](std::size_t row, std::size_t column) {
        return forward.hidden.block(index(row), index(column), 1, index(shape.label));
    };
    for (std::size_t i = 0; i < words; ++i) {
        const std::size_t head = batch.heads[i];
        if (head == i || head == kNoHead) {
            hidden.row(index(i)) += parameters.value(label_root);
        } else {
            hidden.row(index(i)) += label_columns(head, label_head);
            hidden.row(index(i)) +=
                parameters.value(label_distance).row(index(distance_bucket(i, head)));
        }
    }
    hidden = hidden.cwiseMax(0.0F);
    Matrix scores;
    relations.forward(parameters, hidden, scores);
    for (std::size_t i = 0; i < words; ++i) {
        if (batch.relations[i] == kNoLabel) {
            scores.row(index(i)).setZero();
            continue;
        }
        losses.labels += static_cast<double>(
            scale * cross_entropy(scores.row(index(i)).data(),
                                  static_cast<std::size_t>(scores.cols()), batch.relations[i]));
    }
    scores *= scale;
    Matrix dlabel = Matrix::Zero(index(words), index(shape.label));
    relations.backward(parameters, hidden, scores, &dlabel);
    dlabel.array() *= (hidden.array() > 0.0F).cast<float>();
    dhidden.middleCols(index(label_dependent), index(shape.label)) += dlabel;
    for (std::size_t i = 0; i < words; ++i) {
        const std::size_t head = batch.heads[i];
        if (head == kNoHead) {
            continue;
        }
        if (head == i) {
            parameters.gradient(label_root) += dlabel.row(index(i));
        } else {
            dhidden.block(index(head), index(label_head), 1, index(shape.label)) +=
                dlabel.row(index(i));
            parameters.gradient(label_distance).row(index(distance_bucket(i, head))) +=
                dlabel.row(index(i));
        }
    }

    // Down through the layers.
    if (forward.dropout > 0.0F) {
        forward.hidden_dropout.backward(dhidden);
    }
    dhidden.array() *= (forward.hidden.array() > 0.0F).cast<float>();
    Matrix dy = Matrix::Zero(index(words), index(shape.context()));
    heads.backward(parameters, forward.inputs.back(), dhidden, &dy);
    for (std::size_t layer = shape.layers; layer-- > 0;) {
        if (forward.dropout > 0.0F) {
            forward.dropouts[layer].backward(dy);
        }
        Matrix dx = Matrix::Zero(index(words), index(shape.input(layer)));
        recurrent[layer].backward(parameters, forward.inputs[layer], batch.begins,
                                  forward.memories[layer], dy, dx);
        dy = std::move(dx);
    }
    if (forward.dropout > 0.0F) {
        forward.embedding_dropout.backward(dy);
    }
    dy.array() *= (forward.embedding.array() > 0.0F).cast<float>();
    vector_projection.backward(parameters, forward.vectors, dy, nullptr);
    for (std::size_t i = 0; i < words; ++i) {
        const float* from = dy.row(index(i)).data();
        for (const std::uint32_t row : batch.rows[i]) {
            float* to = features.touch(row);
            for (std::size_t k = 0; k < shape.embedding; ++k) {
                to[k] += from[k];
            }
        }
    }
    return losses;
}

Losses NetworkModel::learn(const Batch& batch, float dropout, float entity_weight, Random& random)
{
    Forward forward;
    run(batch, dropout, &random, forward);
    return backward(batch, forward, entity_weight);
}

double NetworkModel::loss(const Batch& batch, float entity_weight)
{
    Forward forward;
    run(batch, 0.0F, nullptr, forward);
    const Losses losses = backward(batch, forward, entity_weight);
    return losses.tags + losses.arcs + losses.labels + losses.entities;
}

Predictions NetworkModel::predict(const Batch& batch, std::uint16_t mark)
{
    Forward forward;
    run(batch, 0.0F, nullptr, forward);
    const std::size_t words = batch.rows.size();
    Predictions predictions;
    const auto best = [words](const Matrix& scores, std::size_t from) {
        std::vector<std::uint16_t> labels(words);
        for (std::size_t i = 0; i < words; ++i) {
            const float* row = scores.row(index(i)).data();
            labels[i] =
                static_cast<std::uint16_t>(std::max_element(row + from, row + scores.cols()) - row);
        }
        return labels;
    };
    const Matrix tag_hidden = forward.hidden.leftCols(index(shape.tag));
    Matrix scores;
    upos.forward(parameters, tag_hidden, scores);
    predictions.upos = best(scores, 0);
    xpos.forward(parameters, tag_hidden, scores);
    predictions.xpos = best(scores, 0);

    predictions.heads.resize(words);
    TreeDecoder decoder;
    for (std::size_t s = 0; s + 1 < batch.begins.size(); ++s) {
        const std::size_t first = batch.begins[s];
        const std::size_t count = batch.begins[s + 1] - first;
        Matrix arcs = arc_scores(forward, first, batch.begins[s + 1]);
        const std::span<float> values{arcs.data(), count * (count + 1)};
        std::vector<bool> is_mark(count);
        for (std::size_t i = 0; i < count; ++i) {
            is_mark[i] = predictions.upos[first + i] == mark;
        }
        keep_marks_out(values, is_mark,
                       static_cast<std::size_t>(std::count(is_mark.begin(), is_mark.end(), true)));
        const auto found = decoder.best_tree(values, count);
        std::vector<std::size_t> tree(count);
        for (std::size_t i = 0; i < count; ++i) {
            tree[i] = found[i] == 0 ? kRoot : found[i] - 1;
        }
        attach_punctuation({batch.forms.data() + first, count}, is_mark, tree);
        for (std::size_t i = 0; i < count; ++i) {
            predictions.heads[first + i] =
                static_cast<std::uint32_t>(first + (tree[i] == kRoot ? i : tree[i]));
        }
    }
    const std::size_t label_dependent = shape.tag + shape.entity + 2UL * shape.arc;
    Matrix hidden = forward.hidden.middleCols(index(label_dependent), index(shape.label));
    for (std::size_t i = 0; i < words; ++i) {
        const std::size_t head = predictions.heads[i];
        if (head == i) {
            hidden.row(index(i)) += parameters.value(label_root);
        } else {
            hidden.row(index(i)) += forward.hidden.block(
                index(head), index(label_dependent + shape.label), 1, index(shape.label));
            hidden.row(index(i)) +=
                parameters.value(label_distance).row(index(distance_bucket(i, head)));
        }
    }
    hidden = hidden.cwiseMax(0.0F);
    relations.forward(parameters, hidden, scores);
    predictions.relations = best(scores, 1); // number 0 is "root", given to roots alone
    for (std::size_t i = 0; i < words; ++i) {
        if (predictions.heads[i] == i) {
            predictions.relations[i] = 0;
        } else if (predictions.upos[i] == mark) {
            predictions.relations[i] = kNoLabel;
        }
    }
    return predictions;
}

void NetworkModel::step(const AdamOptions& options, float largest_norm)
{
    const double norm = std::sqrt(parameters.squared_norm() + features.squared_norm());
    const float scale =
        norm > static_cast<double>(largest_norm) ? largest_norm / static_cast<float>(norm) : 1.0F;
    parameters.step(options, scale);
    features.step(options, scale);
}

} // namespace entente::language::training
