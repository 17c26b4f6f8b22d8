// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/network_sections.hpp"

#include "extractors/language/model_file.hpp"
#include "extractors/language/word_features.hpp"
#include "extractors/language/word_table.hpp"

#include <span>

namespace entente::language::training {

namespace {

void put_matrix(SectionWriter& section, const NetworkModel& model, const Slot& slot)
{
    const ConstMatrixView values = model.parameters.value(slot);
    section.put_array(std::span<const float>{values.data(), slot.size()});
}

void put_linear(SectionWriter& section, const NetworkModel& model, const Linear& linear)
{
    put_matrix(section, model, linear.weight);
    put_matrix(section, model, linear.bias);
}

void put_names(SectionWriter& section, const std::vector<std::string>& names)
{
    section.put(static_cast<std::uint32_t>(names.size()));
    for (const std::string& name : names) {
        section.put_text(name);
    }
}

} // namespace

std::string words_section(const NetworkModel& model, const std::vector<std::uint64_t>& features,
                          const WordVectors& vectors, const Quantised& quantised)
{
    SectionWriter section;
    section.put(static_cast<std::uint32_t>(vectors.size));
    section.put_array(quantised.values);
    section.put_array(quantised.scales);
    std::vector<std::uint64_t> keys;
    for (const std::string& word : vectors.words) {
        keys.push_back(feature_key('v', word));
    }
    WordTable::write(section, keys);
    std::vector<float> rows;
    for (std::size_t row = 0; row < model.features.rows(); ++row) {
        rows.insert(rows.end(), model.features.row(row),
                    model.features.row(row) + model.features.columns());
    }
    const Quantised learned =
        quantise(rows.data(), model.features.rows(), model.features.columns());
    section.put(static_cast<std::uint32_t>(model.features.columns()));
    section.put_array(learned.values);
    section.put_array(learned.scales);
    WordTable::write(section, features);
    return section.bytes();
}

std::string network_section(const NetworkModel& model, const Labels& labels)
{
    SectionWriter section;
    section.put(model.shape);
    put_names(section, labels.upos.names());
    put_names(section, labels.xpos.names());
    put_names(section, labels.relations.names());
    put_names(section, labels.entities.names());
    put_linear(section, model, model.vector_projection);
    for (const Recurrent& layer : model.recurrent) {
        put_matrix(section, model, layer.weight);
        put_matrix(section, model, layer.peep);
        put_matrix(section, model, layer.bias);
    }
    put_linear(section, model, model.heads);
    put_linear(section, model, model.upos);
    put_linear(section, model, model.xpos);
    put_linear(section, model, model.entities);
    put_matrix(section, model, model.arc_matrix);
    put_matrix(section, model, model.arc_bias);
    put_matrix(section, model, model.arc_root);
    put_matrix(section, model, model.arc_distance);
    put_matrix(section, model, model.label_root);
    put_matrix(section, model, model.label_distance);
    put_linear(section, model, model.relations);
    return section.bytes();
}

} // namespace entente::language::training
