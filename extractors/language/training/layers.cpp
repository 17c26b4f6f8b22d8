// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/layers.hpp"

#include "extractors/language/activations.hpp"

#include <algorithm>
#include <cmath>

namespace entente::language::training {

namespace {

/// Glorot and Bengio 2010.
float glorot(std::size_t input, std::size_t output)
{
    return std::sqrt(6.0F / static_cast<float>(input + output));
}

/// One word of one direction on the way back; arrays of the state's size.
struct GateValues {
    const float* candidate;
    const float* forget;
    const float* reset;
    const float* passed;
    const float* cell;
    const float* before;
    const float* dy;
    const float* forget_peep;
    const float* reset_peep;
};

struct GateGradients {
    float* candidate;
    float* forget;
    float* reset;
    float* passed; ///< keeps `keep` times what it holds
    float* carry;  ///< of the cell: in from the word behind, out to the word before
};

void back_through_gates(std::size_t size, const GateValues& value, const GateGradients& gradient,
                        float keep)
{
    const float* __restrict u = value.candidate;
    const float* __restrict f = value.forget;
    const float* __restrict r = value.reset;
    const float* __restrict p = value.passed;
    const float* __restrict c = value.cell;
    const float* __restrict before = value.before;
    const float* __restrict d = value.dy;
    const float* __restrict vf = value.forget_peep;
    const float* __restrict vr = value.reset_peep;
    float* __restrict du = gradient.candidate;
    float* __restrict df = gradient.forget;
    float* __restrict dr = gradient.reset;
    float* __restrict dp = gradient.passed;
    float* __restrict carry = gradient.carry;
#pragma GCC ivdep
    for (std::size_t i = 0; i < size; ++i) {
        const float g = fast_tanh(c[i]);
        const float dc = carry[i] + d[i] * r[i] * (1.0F - g * g);
        const float dreset = d[i] * (g - p[i]) * r[i] * (1.0F - r[i]);
        const float dforget = dc * (before[i] - u[i]) * f[i] * (1.0F - f[i]);
        du[i] = dc * (1.0F - f[i]);
        df[i] = dforget;
        dr[i] = dreset;
        dp[i] = keep * dp[i] + d[i] * (1.0F - r[i]);
        carry[i] = dc * f[i] + dforget * vf[i] + dreset * vr[i];
    }
}

} // namespace

Linear::Linear(Parameters& parameters, std::size_t input, std::size_t output, Random& random,
               bool zero)
    : weight{zero ? parameters.add_constant(output, input, 0.0F)
                  : parameters.add(output, input, glorot(input, output), random)}
    , bias{parameters.add_constant(1, output, 0.0F)}
{}

void Linear::forward(const Parameters& parameters, const Matrix& x, Matrix& y) const
{
    y.noalias() = x * parameters.value(weight).transpose();
    y.rowwise() += parameters.value(bias).row(0);
}

void Linear::backward(Parameters& parameters, const Matrix& x, const Matrix& dy, Matrix* dx) const
{
    parameters.gradient(weight).noalias() += dy.transpose() * x;
    parameters.gradient(bias).row(0) += dy.colwise().sum();
    if (dx != nullptr) {
        dx->noalias() += dy * parameters.value(weight);
    }
}

Recurrent::Recurrent(Parameters& parameters, std::size_t input, std::size_t state, Random& random)
    : peep{}
    , bias{}
    , state_{state}
    , gates_{input == 2 * state ? 3UL : 4UL}
{
    weight = parameters.add(2 * gates_ * state, input, std::sqrt(3.0F / static_cast<float>(input)),
                            random);
    peep = parameters.add(4, state, 0.1F, random);
    bias = parameters.add_constant(4, state, 0.0F);
    MatrixView gates = parameters.value(bias);
    gates.row(0).setConstant(1.0F); // remember by default
    gates.row(2).setConstant(1.0F);
}

void Recurrent::forward(const Parameters& parameters, const Matrix& x, const Begins& begins,
                        Memory& memory, Matrix& y) const
{
    const auto words = x.rows();
    const std::size_t h = state_;
    memory.gates.noalias() = x * parameters.value(weight).transpose();
    memory.cells.resize(words, static_cast<Eigen::Index>(2 * h));
    y.resize(words, static_cast<Eigen::Index>(2 * h));
    const std::vector<float> nothing(h, 0.0F);
    for (std::size_t direction = 0; direction < 2; ++direction) {
        const float* vf =
            parameters.value(peep).row(static_cast<Eigen::Index>(2 * direction)).data();
        const float* vr = vf + h;
        const float* bf =
            parameters.value(bias).row(static_cast<Eigen::Index>(2 * direction)).data();
        const float* br = bf + h;
        for (std::size_t s = 0; s + 1 < begins.size(); ++s) {
            const float* before = nothing.data();
            for (std::size_t step = begins[s]; step < begins[s + 1]; ++step) {
                const std::size_t word =
                    direction == 0 ? step : begins[s] + begins[s + 1] - 1 - step;
                const auto row = static_cast<Eigen::Index>(word);
                float* u = memory.gates.row(row).data() + direction * gates_ * h;
                float* f = u + h;
                float* r = f + h;
                const float* p = projects() ? r + h : x.row(row).data() + direction * h;
                float* c = memory.cells.row(row).data() + direction * h;
                float* out = y.row(row).data() + direction * h;
#pragma GCC ivdep
                for (std::size_t i = 0; i < h; ++i) {
                    f[i] = sigmoid(f[i] + vf[i] * before[i] + bf[i]);
                    r[i] = sigmoid(r[i] + vr[i] * before[i] + br[i]);
                    c[i] = f[i] * before[i] + (1.0F - f[i]) * u[i];
                    out[i] = r[i] * fast_tanh(c[i]) + (1.0F - r[i]) * p[i];
                }
                before = c;
            }
        }
    }
}

void Recurrent::backward(Parameters& parameters, const Matrix& x, const Begins& begins,
                         const Memory& memory, const Matrix& dy, Matrix& dx) const
{
    const std::size_t h = state_;
    Matrix dgates = Matrix::Zero(memory.gates.rows(), memory.gates.cols());
    const std::vector<float> nothing(h, 0.0F);
    std::vector<float> carry_values(h);
    float* const carry = carry_values.data();
    for (std::size_t direction = 0; direction < 2; ++direction) {
        const auto gate_row = static_cast<Eigen::Index>(2 * direction);
        const float* vf = parameters.value(peep).row(gate_row).data();
        const float* vr = vf + h;
        float* dvf = parameters.gradient(peep).row(gate_row).data();
        float* dvr = dvf + h;
        float* dbf = parameters.gradient(bias).row(gate_row).data();
        float* dbr = dbf + h;
        for (std::size_t s = 0; s + 1 < begins.size(); ++s) {
            std::fill_n(carry, h, 0.0F);
            for (std::size_t step = begins[s + 1]; step-- > begins[s];) {
                const std::size_t word =
                    direction == 0 ? step : begins[s] + begins[s + 1] - 1 - step;
                const auto row = static_cast<Eigen::Index>(word);
                const bool first = step == begins[s];
                const std::size_t former = direction == 0 ? word - 1 : word + 1;
                const float* before =
                    first ? nothing.data()
                          : memory.cells.row(static_cast<Eigen::Index>(former)).data() +
                                direction * h;
                const float* u = memory.gates.row(row).data() + direction * gates_ * h;
                const float* f = u + h;
                const float* r = f + h;
                const float* p = projects() ? r + h : x.row(row).data() + direction * h;
                const float* c = memory.cells.row(row).data() + direction * h;
                const float* d = dy.row(row).data() + direction * h;
                float* du = dgates.row(row).data() + direction * gates_ * h;
                float* df = du + h;
                float* dr = df + h;
                float* dp = projects() ? dr + h : dx.row(row).data() + direction * h;
                back_through_gates(h, {u, f, r, p, c, before, d, vf, vr}, {du, df, dr, dp, carry},
                                   projects() ? 0.0F : 1.0F);
                for (std::size_t i = 0; i < h; ++i) {
                    dvf[i] += df[i] * before[i];
                    dvr[i] += dr[i] * before[i];
                    dbf[i] += df[i];
                    dbr[i] += dr[i];
                }
            }
        }
    }
    parameters.gradient(weight).noalias() += dgates.transpose() * x;
    dx.noalias() += dgates * parameters.value(weight);
}

void Dropout::by_sentence(Matrix& x, const Begins& begins, float rate, Random& random)
{
    mask_.resize(x.rows(), x.cols());
    const float keep = 1.0F / (1.0F - rate);
    for (std::size_t s = 0; s + 1 < begins.size(); ++s) {
        const auto first = static_cast<Eigen::Index>(begins[s]);
        for (Eigen::Index column = 0; column < x.cols(); ++column) {
            mask_(first, column) = random.uniform() < rate ? 0.0F : keep;
        }
        for (auto row = first + 1; row < static_cast<Eigen::Index>(begins[s + 1]); ++row) {
            mask_.row(row) = mask_.row(first);
        }
    }
    x.array() *= mask_.array();
}

void Dropout::by_number(Matrix& x, float rate, Random& random)
{
    mask_.resize(x.rows(), x.cols());
    const float keep = 1.0F / (1.0F - rate);
    for (Eigen::Index i = 0; i < mask_.size(); ++i) {
        mask_.data()[i] = random.uniform() < rate ? 0.0F : keep;
    }
    x.array() *= mask_.array();
}

void Dropout::backward(Matrix& dx) const
{
    dx.array() *= mask_.array();
}

float cross_entropy(float* scores, std::size_t size, std::size_t gold)
{
    const float highest = *std::max_element(scores, scores + size);
    float sum = 0.0F;
    for (std::size_t i = 0; i < size; ++i) {
        scores[i] = fast_exp(scores[i] - highest);
        sum += scores[i];
    }
    const float inverse = 1.0F / sum;
    for (std::size_t i = 0; i < size; ++i) {
        scores[i] *= inverse;
    }
    const float loss = -std::log(std::max(scores[gold], 1e-30F));
    scores[gold] -= 1.0F;
    return loss;
}

} // namespace entente::language::training
