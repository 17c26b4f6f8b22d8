// SPDX-License-Identifier: Apache-2.0
// Colours that every eye and every printer can tell apart.
#include "exporters/palette.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

namespace entente::tests {

namespace {

using exporters::Palette;
using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

struct Vision {
    const char* name;
    Matrix seen;
};

/// How linear RGB is seen, after Machado, Oliveira and Fernandes (2009), severity 1.
const std::array<Vision, 4> kVisions{{
    {"full", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"protan",
     {{{0.152286, 1.052583, -0.204868},
       {0.114503, 0.786281, 0.099216},
       {-0.003882, -0.048116, 1.051998}}}},
    {"deutan",
     {{{0.367322, 0.860646, -0.227968},
       {0.280085, 0.672501, 0.047413},
       {-0.011820, 0.042940, 0.968881}}}},
    {"tritan",
     {{{1.255528, -0.076749, -0.178779},
       {-0.078411, 0.930809, 0.147602},
       {0.004733, 0.691367, 0.303900}}}},
}};

Vector linear_rgb(std::string_view colour)
{
    Vector rgb{};
    for (std::size_t i = 0; i < 3; ++i) {
        const std::string digits{colour.substr(1 + 2 * i, 2)};
        const double value = static_cast<double>(std::strtol(digits.c_str(), nullptr, 16)) / 255.0;
        rgb.at(i) = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    }
    return rgb;
}

Vector times(const Matrix& matrix, const Vector& vector)
{
    Vector product{};
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j) {
            product.at(i) += matrix.at(i).at(j) * vector.at(j);
        }
    }
    return product;
}

/// CIE L*a*b* of the sRGB white D65.
Vector lab(Vector rgb)
{
    for (double& value : rgb) {
        value = std::clamp(value, 0.0, 1.0);
    }
    constexpr Matrix kXyz{
        {{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}}};
    Vector xyz = times(kXyz, rgb);
    xyz[0] /= 0.95047;
    xyz[2] /= 1.08883;
    for (double& value : xyz) {
        value = value > 0.008856 ? std::cbrt(value) : 7.787 * value + 16.0 / 116.0;
    }
    return {116.0 * xyz[1] - 16.0, 500.0 * (xyz[0] - xyz[1]), 200.0 * (xyz[1] - xyz[2])};
}

/// CIE 1976 difference as someone with this vision sees it; about 2 can just be noticed.
double difference(std::string_view left, std::string_view right, const Vision& vision)
{
    const Vector a = lab(times(vision.seen, linear_rgb(left)));
    const Vector b = lab(times(vision.seen, linear_rgb(right)));
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/// Contrast of WCAG 2, 1 to 21.
double contrast(std::string_view left, std::string_view right)
{
    const auto luminance = [](std::string_view colour) {
        const Vector rgb = linear_rgb(colour);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    };
    const auto [low, high] = std::minmax({luminance(left), luminance(right)});
    return (high + 0.05) / (low + 0.05);
}

template <typename Colours>
double least_difference(const Colours& colours, const Vision& vision)
{
    double least = 1000.0;
    for (std::size_t i = 0; i < colours.size(); ++i) {
        for (std::size_t j = i + 1; j < colours.size(); ++j) {
            least = std::min(least, difference(colours.at(i), colours.at(j), vision));
        }
    }
    return least;
}

} // namespace

TEST_CASE("colours stay apart for every kind of colour vision", "[exporters][palette]")
{
    for (const exporters::Theme theme :
         {exporters::Theme::light, exporters::Theme::dark, exporters::Theme::print}) {
        const Palette& palette = exporters::palette(theme);
        std::vector<std::string_view> regions{palette.regions.begin(), palette.regions.end()};
        regions.push_back(palette.no_region);
        for (const Vision& vision : kVisions) {
            CAPTURE(to_string(theme), vision.name);
            CHECK(least_difference(palette.lines, vision) > 20.0);
            CHECK(least_difference(palette.kinds, vision) > 10.0);
            CHECK(least_difference(regions, vision) > 10.0);
        }
    }
}

TEST_CASE("names can be read on every fill, and lines be seen on the page", "[exporters][palette]")
{
    for (const exporters::Theme theme :
         {exporters::Theme::light, exporters::Theme::dark, exporters::Theme::print}) {
        const Palette& palette = exporters::palette(theme);
        CAPTURE(to_string(theme));
        for (const std::string_view fill : palette.kinds) {
            CHECK(contrast(fill, palette.ink) >= 4.5);
        }
        for (const std::string_view fill : palette.regions) {
            CHECK(contrast(fill, palette.ink) >= 4.5);
        }
        CHECK(contrast(palette.no_region, palette.ink) >= 4.5);
        CHECK(contrast(palette.label_fill, palette.label_ink) >= 7.0);
        CHECK(contrast(palette.page, palette.faint_ink) >= 4.5);
        CHECK(contrast(palette.frame_fill, palette.faint_ink) >= 4.5);
        for (const std::string_view line : palette.lines) {
            CHECK(contrast(line, palette.page) >= 1.8);
        }
    }
}

TEST_CASE("on a grey copy of the print theme every class has a lightness of its own",
          "[exporters][palette]")
{
    std::vector<double> lightness;
    for (const std::string_view line : exporters::palette(exporters::Theme::print).lines) {
        lightness.push_back(lab(linear_rgb(line))[0]);
    }
    std::sort(lightness.begin(), lightness.end());
    for (std::size_t i = 1; i < lightness.size(); ++i) {
        CHECK(lightness[i] - lightness[i - 1] > 10.0);
    }
}

} // namespace entente::tests
