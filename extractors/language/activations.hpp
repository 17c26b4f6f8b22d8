// SPDX-License-Identifier: Apache-2.0
// The nonlinear functions of the network, written so that compilers turn loops of them into vector
// instructions. Training and reading use the same ones.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>

namespace entente::language {

/// e^x for |x| ≤ 87, saturating beyond; relative error below 3e-7.
///
/// x = n·ln 2 + r with |r| ≤ ln 2 / 2; e^r by a polynomial (J.-M. Muller, Elementary Functions,
/// 2016, chapter 3), 2^n by the exponent's bits.
[[nodiscard]] inline float fast_exp(float x) noexcept
{
    constexpr float kLimit = 87.0F;
    constexpr float kLog2E = 1.44269504F;
    constexpr float kLn2High = 0.693359375F;
    constexpr float kLn2Low = -2.12194440e-4F;
    constexpr float kRound = 12582912.0F; ///< 1.5·2^23: adding it rounds to an integer
    constexpr std::int32_t kBias = 127;
    constexpr std::int32_t kMantissaBits = 23;
    x = std::min(std::max(x, -kLimit), kLimit);
    const float shifted = x * kLog2E + kRound;
    const float n = shifted - kRound;
    const float r = (x - n * kLn2High) - n * kLn2Low;
    float p = 1.3981999507e-3F;
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    p = p * r * r + r + 1.0F;
    const auto power = (static_cast<std::int32_t>(n) + kBias) << kMantissaBits;
    return p * std::bit_cast<float>(power);
}

[[nodiscard]] inline float sigmoid(float x) noexcept
{
    return 1.0F / (1.0F + fast_exp(-x));
}

[[nodiscard]] inline float fast_tanh(float x) noexcept
{
    return 2.0F * sigmoid(2.0F * x) - 1.0F;
}

} // namespace entente::language
