// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/kernels.hpp"

#include "extractors/language/activations.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <iterator>

#if defined(__x86_64__) && defined(__GNUC__)
#define ENTENTE_X86 1
#include <immintrin.h>
#else
#define ENTENTE_X86 0
#endif

namespace entente::language {

namespace {

constexpr std::size_t kOutputs = 16; ///< outputs of a packed block
constexpr std::size_t kInputs = 4;   ///< inputs of a packed block
constexpr std::size_t kPair = 2;     ///< inputs that 16-bit products take together
constexpr std::size_t kBlock = kOutputs * kInputs;
constexpr std::size_t kRows = 6; ///< rows that are multiplied together
constexpr int kZero = 128;       ///< byte of nought
constexpr float kLargest = 127.0F;

constexpr std::size_t padded(std::size_t size, std::size_t to)
{
    return (size + to - 1) / to * to;
}

// Each body below is compiled once for every instruction set: always inlined into functions that
// differ in their target alone.
#define ENTENTE_INLINE [[gnu::always_inline]] inline
#if ENTENTE_X86
#define ENTENTE_AVX2 [[gnu::target("avx2")]]
#define ENTENTE_AVX512                                                                             \
    [[gnu::target("avx2,avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,prefer-vector-width=512")]]
#endif

ENTENTE_INLINE float quantise_body(const float* values, std::size_t size, std::uint8_t* bytes)
{
    float largest = 1e-12F;
    std::array<float, kOutputs> most{};
    std::size_t i = 0;
    for (; i + kOutputs <= size; i += kOutputs) {
        for (std::size_t k = 0; k < kOutputs; ++k) {
            most[k] = std::max(most[k], std::abs(values[i + k]));
        }
    }
    for (; i < size; ++i) {
        largest = std::max(largest, std::abs(values[i]));
    }
    for (const float each : most) {
        largest = std::max(largest, each);
    }
    const float inverse = kLargest / largest;
    constexpr float kRound = 12582912.0F; // 1.5·2^23: adding it rounds to an integer
    for (i = 0; i < size; ++i) {
        const float shifted = values[i] * inverse + (kRound + static_cast<float>(kZero));
        bytes[i] = static_cast<std::uint8_t>(std::bit_cast<std::uint32_t>(shifted));
    }
    return largest / kLargest;
}

/// Integer products of kRows rows with one block of outputs.
struct BlockTask {
    const std::uint8_t* x = nullptr; ///< kRows rows
    const std::int16_t* wide_x = nullptr;
    std::size_t stride = 0;
    const std::int8_t* packed = nullptr; ///< of the block
    const std::int16_t* wide = nullptr;
    std::size_t steps = 0; ///< groups of kInputs inputs
};

using Sums = std::array<std::array<std::int32_t, kOutputs>, kRows>;

void multiply_portable(const BlockTask& task, Sums& sums)
{
    for (std::size_t row = 0; row < kRows; ++row) {
        auto& sum = sums[row];
        sum.fill(0);
        const std::uint8_t* x = task.x + row * task.stride;
        const std::int8_t* w = task.packed;
        for (std::size_t step = 0; step < task.steps; ++step, x += kInputs, w += kBlock) {
            for (std::size_t n = 0; n < kOutputs; ++n) {
                for (std::size_t k = 0; k < kInputs; ++k) {
                    sum[n] += std::int32_t{x[k]} * std::int32_t{w[n * kInputs + k]};
                }
            }
        }
    }
}

#if ENTENTE_X86

/// Pairs of 16-bit products; eight outputs a register, two registers a row.
ENTENTE_AVX2 void multiply_avx2(const BlockTask& task, Sums& sums)
{
    __m256i sum[kRows][2]; // NOLINT(modernize-avoid-c-arrays): a register each
    for (auto& row : sum) {
        row[0] = row[1] = _mm256_setzero_si256();
    }
    const std::int16_t* w = task.wide;
    const std::int16_t* x = task.wide_x;
    for (std::size_t step = 0; step < task.steps * (kInputs / kPair); ++step) {
        const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(w));
        const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(w + kOutputs));
        for (std::size_t row = 0; row < kRows; ++row) {
            std::int32_t two = 0;
            std::memcpy(&two, x + row * task.stride, sizeof two);
            const __m256i pair = _mm256_set1_epi32(two);
            sum[row][0] = _mm256_add_epi32(sum[row][0], _mm256_madd_epi16(pair, low));
            sum[row][1] = _mm256_add_epi32(sum[row][1], _mm256_madd_epi16(pair, high));
        }
        x += kPair;
        w += kOutputs * kPair;
    }
    for (std::size_t row = 0; row < kRows; ++row) {
        auto* to = reinterpret_cast<__m256i*>(sums[row].data());
        _mm256_storeu_si256(to, sum[row][0]);
        _mm256_storeu_si256(to + 1, sum[row][1]);
    }
}

/// Four products at once, summed into 32 bits (VNNI).
ENTENTE_AVX512 void multiply_avx512(const BlockTask& task, Sums& sums)
{
    __m512i sum[kRows]; // NOLINT(modernize-avoid-c-arrays): a register each
    std::fill(std::begin(sum), std::end(sum), _mm512_setzero_si512());
    const std::int8_t* w = task.packed;
    for (std::size_t step = 0; step < task.steps; ++step, w += kBlock) {
        const __m512i weights = _mm512_loadu_si512(w);
        for (std::size_t row = 0; row < kRows; ++row) {
            std::int32_t four = 0;
            std::memcpy(&four, task.x + row * task.stride + step * kInputs, sizeof four);
            sum[row] = _mm512_dpbusd_epi32(sum[row], _mm512_set1_epi32(four), weights);
        }
    }
    for (std::size_t row = 0; row < kRows; ++row) {
        _mm512_storeu_si512(sums[row].data(), sum[row]);
    }
}

#endif

void multiply(const BlockTask& task, Sums& sums, Instructions instructions)
{
#if ENTENTE_X86
    if (instructions == Instructions::avx512) {
        multiply_avx512(task, sums);
        return;
    }
    if (instructions == Instructions::avx2) {
        multiply_avx2(task, sums);
        return;
    }
#endif
    static_cast<void>(instructions);
    multiply_portable(task, sums);
}

ENTENTE_INLINE void recurrent_body(const RecurrentPass& pass, float* __restrict cell)
{
    const std::size_t h = pass.state;
    const float* __restrict vf = pass.forget_peep;
    const float* __restrict vr = pass.reset_peep;
    const float* __restrict bf = pass.forget_bias;
    const float* __restrict br = pass.reset_bias;
    const float* gates = pass.gates;
    const float* input = pass.input;
    float* output = pass.output;
    std::fill_n(cell, h, 0.0F);
    for (std::size_t word = 0; word < pass.words; ++word) {
        const float* __restrict u = gates;
        const float* __restrict f = gates + h;
        const float* __restrict r = gates + 2 * h;
        const float* __restrict p = input == nullptr ? gates + 3 * h : input;
        float* __restrict out = output;
#pragma GCC ivdep
        for (std::size_t i = 0; i < h; ++i) {
            const float before = cell[i];
            const float forget = sigmoid(f[i] + vf[i] * before + bf[i]);
            const float reset = sigmoid(r[i] + vr[i] * before + br[i]);
            const float now = forget * before + (1.0F - forget) * u[i];
            cell[i] = now;
            out[i] = reset * fast_tanh(now) + (1.0F - reset) * p[i];
        }
        gates += pass.gates_step;
        output += pass.output_step;
        if (input != nullptr) {
            input += pass.input_step;
        }
    }
}

/// Operands of add_products.
struct Products {
    const float* left = nullptr;
    std::size_t left_stride = 0;
    const float* right = nullptr;
    std::size_t rows = 0;
    std::size_t inner = 0;
    std::size_t columns = 0;
    float* scores = nullptr;
    std::size_t stride = 0;
};

ENTENTE_INLINE void products_body(const Products& p)
{
    constexpr std::size_t kTogether = 4;
    for (std::size_t i = 0; i < p.rows; ++i) {
        float* __restrict out = p.scores + i * p.stride;
        const float* left = p.left + i * p.left_stride;
        std::size_t a = 0;
        for (; a + kTogether <= p.inner; a += kTogether) {
            const float* __restrict r0 = p.right + a * p.columns;
            const float* __restrict r1 = r0 + p.columns;
            const float* __restrict r2 = r1 + p.columns;
            const float* __restrict r3 = r2 + p.columns;
            const float l0 = left[a];
            const float l1 = left[a + 1];
            const float l2 = left[a + 2];
            const float l3 = left[a + 3];
#pragma GCC ivdep
            for (std::size_t k = 0; k < p.columns; ++k) {
                out[k] = out[k] + l0 * r0[k] + l1 * r1[k] + l2 * r2[k] + l3 * r3[k];
            }
        }
        for (; a < p.inner; ++a) {
            const float* __restrict from = p.right + a * p.columns;
            for (std::size_t k = 0; k < p.columns; ++k) {
                out[k] += left[a] * from[k];
            }
        }
    }
}

ENTENTE_INLINE void scaled_body(const std::int8_t* __restrict from, float scale, std::size_t size,
                                float* __restrict to)
{
#pragma GCC ivdep
    for (std::size_t k = 0; k < size; ++k) {
        to[k] += scale * static_cast<float>(from[k]);
    }
}

/// What a block of outputs becomes behind the integers.
struct Finish {
    const float* scales = nullptr;
    const float* bias = nullptr;
    const std::int32_t* offsets = nullptr;
    std::size_t outputs = 0; ///< of the block
    float lowest = 0.0F;
};

ENTENTE_INLINE void finish_body(const Finish& finish, const std::int32_t* sum, float scale,
                                float* __restrict y)
{
    for (std::size_t n = 0; n < finish.outputs; ++n) {
        const auto whole = static_cast<float>(sum[n] - finish.offsets[n]);
        y[n] = std::max(whole * (scale * finish.scales[n]) + finish.bias[n], finish.lowest);
    }
}

#define ENTENTE_VARIANTS(TARGET, SUFFIX)                                                           \
    TARGET float quantise_##SUFFIX(const float* values, std::size_t size, std::uint8_t* bytes)     \
    {                                                                                              \
        return quantise_body(values, size, bytes);                                                 \
    }                                                                                              \
    TARGET void recurrent_##SUFFIX(const RecurrentPass& pass, float* cell)                         \
    {                                                                                              \
        recurrent_body(pass, cell);                                                                \
    }                                                                                              \
    TARGET void products_##SUFFIX(const Products& products)                                        \
    {                                                                                              \
        products_body(products);                                                                   \
    }                                                                                              \
    TARGET void scaled_##SUFFIX(const std::int8_t* from, float scale, std::size_t size, float* to) \
    {                                                                                              \
        scaled_body(from, scale, size, to);                                                        \
    }                                                                                              \
    TARGET void finish_##SUFFIX(const Finish& finish, const std::int32_t* sum, float scale,        \
                                float* y)                                                          \
    {                                                                                              \
        finish_body(finish, sum, scale, y);                                                        \
    }

ENTENTE_VARIANTS(, portable)
#if ENTENTE_X86
ENTENTE_VARIANTS(ENTENTE_AVX2, avx2)
ENTENTE_VARIANTS(ENTENTE_AVX512, avx512)
#endif

/// One variant of each body.
struct Variants {
    decltype(&quantise_portable) quantise = &quantise_portable;
    decltype(&recurrent_portable) recurrent = &recurrent_portable;
    decltype(&products_portable) products = &products_portable;
    decltype(&scaled_portable) scaled = &scaled_portable;
    decltype(&finish_portable) finish = &finish_portable;
};

const Variants& variants(Instructions instructions)
{
    static constexpr Variants kPortable{};
#if ENTENTE_X86
    static constexpr Variants kAvx2{&quantise_avx2, &recurrent_avx2, &products_avx2, &scaled_avx2,
                                    &finish_avx2};
    static constexpr Variants kAvx512{&quantise_avx512, &recurrent_avx512, &products_avx512,
                                      &scaled_avx512, &finish_avx512};
    if (instructions == Instructions::avx512) {
        return kAvx512;
    }
    if (instructions == Instructions::avx2) {
        return kAvx2;
    }
#endif
    static_cast<void>(instructions);
    return kPortable;
}

} // namespace

Instructions best_instructions() noexcept
{
#if ENTENTE_X86
    static const Instructions best = [] {
        __builtin_cpu_init();
        const bool avx2 = __builtin_cpu_supports("avx2") != 0;
        if (avx2 && __builtin_cpu_supports("avx512f") != 0 &&
            __builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
            __builtin_cpu_supports("avx512vl") != 0 && __builtin_cpu_supports("avx512vnni") != 0) {
            return Instructions::avx512;
        }
        return avx2 ? Instructions::avx2 : Instructions::portable;
    }();
    return best;
#else
    return Instructions::portable;
#endif
}

std::string_view to_string(Instructions instructions) noexcept
{
    switch (instructions) {
    case Instructions::avx512:
        return "avx512";
    case Instructions::avx2:
        return "avx2";
    case Instructions::portable:
        break;
    }
    return "portable";
}

void QuantisedRows::assign(const float* values, std::size_t rows, std::size_t columns,
                           std::size_t stride, Instructions instructions)
{
    rows_ = rows;
    stride_ = padded(columns, kInputs);
    const std::size_t size = padded(rows, kRows) * stride_;
    if (bytes_.size() < size || stride_ != columns) {
        bytes_.assign(size, static_cast<std::uint8_t>(kZero));
    }
    scales_.resize(rows);
    const auto quantise = variants(instructions).quantise;
    for (std::size_t i = 0; i < rows; ++i) {
        scales_[i] = quantise(values + i * stride, columns, bytes_.data() + i * stride_);
    }
    if (instructions == Instructions::avx2) {
        wide_.assign(bytes_.begin(), bytes_.begin() + static_cast<std::ptrdiff_t>(size));
    }
}

DenseLayer::DenseLayer(std::span<const float> weight, std::span<const float> bias,
                       std::size_t inputs, std::size_t outputs)
    : inputs_{inputs}
    , outputs_{outputs}
    , packed_(padded(inputs, kInputs) * padded(outputs, kOutputs), 0)
    , wide_(packed_.size(), 0)
    , scales_(outputs, 0.0F)
    , bias_(outputs, 0.0F)
    , offsets_(outputs, 0)
{
    const std::size_t steps = padded(inputs, kInputs) / kInputs;
    std::copy(bias.begin(), bias.end(), bias_.begin());
    for (std::size_t output = 0; output < outputs; ++output) {
        const auto row = weight.subspan(output * inputs, inputs);
        float largest = 1e-12F;
        for (const float value : row) {
            largest = std::max(largest, std::abs(value));
        }
        scales_[output] = largest / kLargest;
        for (std::size_t input = 0; input < inputs; ++input) {
            const auto value =
                static_cast<std::int8_t>(std::lround(row[input] / largest * kLargest));
            offsets_[output] += kZero * value;
            packed_[((output / kOutputs) * steps + input / kInputs) * kBlock +
                    (output % kOutputs) * kInputs + input % kInputs] = value;
            wide_[(output / kOutputs) * steps * kBlock + input / kPair * (kOutputs * kPair) +
                  (output % kOutputs) * kPair + input % kPair] = value;
        }
    }
}

void DenseLayer::apply(const QuantisedRows& x, float* y, std::size_t stride, bool rectify,
                       Instructions instructions) const
{
    const std::size_t steps = padded(inputs_, kInputs) / kInputs;
    const std::size_t blocks = padded(outputs_, kOutputs) / kOutputs;
    const auto finish_with = variants(instructions).finish;
    alignas(64) Sums sums;
    for (std::size_t first = 0; first < x.rows(); first += kRows) {
        const std::size_t rows = std::min(kRows, x.rows() - first);
        for (std::size_t block = 0; block < blocks; ++block) {
            const std::size_t output = block * kOutputs;
            const std::size_t at = block * steps * kBlock;
            multiply({x.row(first), x.wide_row(first), x.stride(), packed_.data() + at,
                      wide_.data() + at, steps},
                     sums, instructions);
            const Finish finish{scales_.data() + output, bias_.data() + output,
                                offsets_.data() + output, std::min(kOutputs, outputs_ - output),
                                rectify ? 0.0F : -3.4e38F};
            for (std::size_t row = 0; row < rows; ++row) {
                finish_with(finish, sums[row].data(), x.scale(first + row),
                            y + (first + row) * stride + output);
            }
        }
    }
}

void run_recurrent(const RecurrentPass& pass, float* cell, Instructions instructions)
{
    variants(instructions).recurrent(pass, cell);
}

void add_products(const float* left, std::size_t left_stride, const float* right, std::size_t rows,
                  std::size_t inner, std::size_t columns, float* scores, std::size_t stride,
                  Instructions instructions)
{
    variants(instructions)
        .products({left, left_stride, right, rows, inner, columns, scores, stride});
}

void add_scaled(const std::int8_t* from, float scale, std::size_t size, float* to,
                Instructions instructions)
{
    variants(instructions).scaled(from, scale, size, to);
}

} // namespace entente::language
