// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/activations.hpp"
#include "extractors/language/kernels.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace entente; // NOLINT(google-build-using-namespace)
using language::DenseLayer;
using language::Instructions;
using language::QuantisedRows;

namespace {

std::vector<Instructions> available()
{
    std::vector<Instructions> sets{Instructions::portable};
    if (language::best_instructions() != Instructions::portable) {
        sets.push_back(Instructions::avx2);
    }
    if (language::best_instructions() == Instructions::avx512) {
        sets.push_back(Instructions::avx512);
    }
    return sets;
}

std::vector<float> numbers(std::mt19937& random, std::size_t size, float scale = 1.0F)
{
    std::normal_distribution<float> normal{0.0F, scale};
    std::vector<float> values(size);
    std::generate(values.begin(), values.end(), [&] { return normal(random); });
    return values;
}

} // namespace

TEST_CASE("the vectorised exponential, sigmoid and tanh are those of the standard library",
          "[language][kernels]")
{
    for (float x = -100.0F; x < 100.0F; x += 0.0137F) {
        const float kept = std::clamp(x, -87.0F, 87.0F);
        REQUIRE(language::fast_exp(x) == Approx(std::exp(static_cast<double>(kept))).epsilon(1e-6));
        REQUIRE(language::sigmoid(x) ==
                Approx(1.0 / (1.0 + std::exp(-static_cast<double>(kept)))).margin(1e-6));
        REQUIRE(language::fast_tanh(x) == Approx(std::tanh(static_cast<double>(x))).margin(1e-6));
    }
}

TEST_CASE("a dense layer is the product it stands for, whatever its sizes", "[language][kernels]")
{
    std::mt19937 random{3};
    for (const std::size_t inputs : {1UL, 3UL, 16UL, 100UL, 257UL}) {
        for (const std::size_t outputs : {1UL, 15UL, 16UL, 50UL, 97UL}) {
            for (const std::size_t rows : {1UL, 5UL, 6UL, 13UL}) {
                const auto weight = numbers(random, inputs * outputs);
                const auto bias = numbers(random, outputs);
                const auto x = numbers(random, rows * inputs);
                const DenseLayer layer{weight, bias, inputs, outputs};
                QuantisedRows quantised;
                quantised.assign(x.data(), rows, inputs, inputs, language::best_instructions());
                std::vector<float> y(rows * outputs, 1e9F);
                layer.apply(quantised, y.data(), outputs, false, language::best_instructions());
                double error = 0.0;
                double size = 0.0;
                for (std::size_t row = 0; row < rows; ++row) {
                    for (std::size_t output = 0; output < outputs; ++output) {
                        double sum = static_cast<double>(bias[output]);
                        for (std::size_t i = 0; i < inputs; ++i) {
                            sum += static_cast<double>(x[row * inputs + i]) *
                                   static_cast<double>(weight[output * inputs + i]);
                        }
                        const double difference =
                            static_cast<double>(y[row * outputs + output]) - sum;
                        error += difference * difference;
                        size += static_cast<double>(inputs);
                    }
                }
                INFO(inputs << " inputs, " << outputs << " outputs, " << rows << " rows");
                REQUIRE(std::sqrt(error / size) < 0.02); // of numbers of size 1
            }
        }
    }
}

TEST_CASE("all instruction sets calculate the same, bit for bit", "[language][kernels]")
{
    std::mt19937 random{5};
    constexpr std::size_t kInputs = 70;
    constexpr std::size_t kState = 37;
    constexpr std::size_t kOutputs = 4 * kState;
    constexpr std::size_t kRows = 11;
    const auto weight = numbers(random, kInputs * kOutputs);
    const auto bias = numbers(random, kOutputs);
    const auto x = numbers(random, kRows * kInputs, 4.0F);
    const auto peep = numbers(random, 4 * kState);
    const DenseLayer layer{weight, bias, kInputs, kOutputs};
    std::vector<std::vector<float>> results;
    for (const Instructions instructions : available()) {
        QuantisedRows rows;
        rows.assign(x.data(), kRows, kInputs, kInputs, instructions);
        std::vector<float> gates(kRows * kOutputs);
        layer.apply(rows, gates.data(), kOutputs, false, instructions);
        std::vector<float> output(kRows * kState);
        std::vector<float> cell(kState);
        language::RecurrentPass pass;
        pass.gates = gates.data();
        pass.output = output.data();
        pass.gates_step = kOutputs;
        pass.output_step = kState;
        pass.words = kRows;
        pass.state = kState;
        pass.forget_peep = peep.data();
        pass.reset_peep = peep.data() + kState;
        pass.forget_bias = peep.data() + 2 * kState;
        pass.reset_bias = peep.data() + 3 * kState;
        language::run_recurrent(pass, cell.data(), instructions);
        std::vector<float> scores(kRows * kRows, 0.5F);
        language::add_products(gates.data(), kOutputs, output.data(), kRows, kState - 1, kRows,
                               scores.data(), kRows, instructions);
        output.insert(output.end(), gates.begin(), gates.end());
        output.insert(output.end(), scores.begin(), scores.end());
        results.push_back(std::move(output));
    }
    for (const auto& result : results) {
        REQUIRE(result == results.front());
    }
}

TEST_CASE("a recurrent layer reads both ways as its definition says", "[language][kernels]")
{
    // One number of state, gates that let half through, two words.
    const std::vector<float> gates{/*word 0*/ 1.0F,  0.0F, 0.0F, 0.5F,
                                   /*word 1*/ -1.0F, 0.0F, 0.0F, 0.25F};
    const float nought = 0.0F;
    std::vector<float> output(2);
    float cell = 9.0F;
    language::RecurrentPass pass;
    pass.gates = gates.data();
    pass.output = output.data();
    pass.gates_step = 4;
    pass.output_step = 1;
    pass.words = 2;
    pass.state = 1;
    pass.forget_peep = pass.reset_peep = pass.forget_bias = pass.reset_bias = &nought;
    language::run_recurrent(pass, &cell, language::best_instructions());
    const double first = 0.5;                // cell: half of nothing and half of 1
    const double second = 0.5 * first - 0.5; // half of that and half of -1
    REQUIRE(output[0] == Approx(0.5 * std::tanh(first) + 0.5 * 0.5));
    REQUIRE(output[1] == Approx(0.5 * std::tanh(second) + 0.5 * 0.25));
}
