// SPDX-License-Identifier: Apache-2.0
// What a picture of ours holds, read back from its SVG: boxes, classes and words.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::tests {

/// A rectangle on the page, in points.
struct SvgBox {
    std::string css; ///< all classes: "node label verbal-conflict"
    std::string title;
    double left = std::numeric_limits<double>::max();
    double top = std::numeric_limits<double>::max();
    double right = std::numeric_limits<double>::lowest();
    double bottom = std::numeric_limits<double>::lowest();

    /// By how much two boxes reach into each other; 0 or less where they are apart.
    [[nodiscard]] double overlap(const SvgBox& other) const
    {
        return std::min(std::min(right, other.right) - std::max(left, other.left),
                        std::min(bottom, other.bottom) - std::max(top, other.top));
    }
};

[[nodiscard]] inline std::string_view between(std::string_view text, std::string_view open,
                                              std::string_view close)
{
    const std::size_t begin = text.find(open);
    if (begin == std::string_view::npos) {
        return {};
    }
    const std::size_t from = begin + open.size();
    return text.substr(from, text.find(close, from) - from);
}

/// Text of an SVG with the dashes and blanks that Graphviz writes as entities.
[[nodiscard]] inline std::string svg_plain(std::string_view text)
{
    std::string plain{text};
    for (const auto& [entity, character] :
         {std::pair{std::string_view{"&#45;"}, "-"}, std::pair{std::string_view{"&#160;"}, " "}}) {
        for (std::size_t at = plain.find(entity); at != std::string::npos;
             at = plain.find(entity, at)) {
            plain.replace(at, entity.size(), character);
        }
    }
    return plain;
}

/// The groups of Graphviz whose classes begin with "node": actors, labels, titles of frames.
[[nodiscard]] inline std::vector<SvgBox> svg_boxes(std::string_view svg)
{
    std::vector<SvgBox> boxes;
    constexpr std::string_view kOpen = "class=\"node";
    for (std::size_t at = svg.find(kOpen); at != std::string_view::npos;
         at = svg.find(kOpen, at + 1)) {
        const std::string_view group = svg.substr(at, svg.find("</g>\n<", at) - at);
        SvgBox box;
        box.css = svg_plain(between(group, "class=\"", "\""));
        box.title = between(group, "<title>", "</title>");
        // Rounded boxes are paths, others polygons; both are pairs of numbers among letters.
        std::string shape{between(group, " d=\"", "\"")};
        if (shape.empty()) {
            shape = between(group, " points=\"", "\"");
        }
        std::replace_if(
            shape.begin(), shape.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == ','; },
            ' ');
        const char* rest = shape.c_str();
        for (bool is_x = true;; is_x = !is_x) {
            char* end = nullptr;
            const double value = std::strtod(rest, &end);
            if (end == rest) {
                break;
            }
            rest = end;
            double& low = is_x ? box.left : box.top;
            double& high = is_x ? box.right : box.bottom;
            low = std::min(low, value);
            high = std::max(high, value);
        }
        boxes.push_back(std::move(box));
    }
    return boxes;
}

/// The words of all text elements, in order; entities are kept but for those of svg_plain().
[[nodiscard]] inline std::vector<std::string> svg_texts(std::string_view svg)
{
    std::vector<std::string> texts;
    for (std::size_t at = svg.find("<text"); at != std::string_view::npos;
         at = svg.find("<text", at + 1)) {
        texts.push_back(svg_plain(between(svg.substr(at), ">", "</text>")));
    }
    return texts;
}

/// How often each class attribute occurs.
[[nodiscard]] inline std::map<std::string, std::size_t> svg_classes(std::string_view svg)
{
    std::map<std::string, std::size_t> classes;
    constexpr std::string_view kOpen = "class=\"";
    for (std::size_t at = svg.find(kOpen); at != std::string_view::npos;
         at = svg.find(kOpen, at + 1)) {
        ++classes[svg_plain(between(svg.substr(at), kOpen, "\""))];
    }
    return classes;
}

/// Classes with their counts, then all words: what a picture is made of, but not where it stands.
[[nodiscard]] inline std::string svg_structure(std::string_view svg)
{
    std::string structure;
    for (const auto& [css, count] : svg_classes(svg)) {
        structure += css + ": " + std::to_string(count) + '\n';
    }
    std::vector<std::string> texts = svg_texts(svg);
    std::sort(texts.begin(), texts.end());
    for (const std::string& text : texts) {
        structure += "| " + text + '\n';
    }
    return structure;
}

} // namespace entente::tests
