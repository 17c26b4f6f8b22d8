// SPDX-License-Identifier: Apache-2.0
// The pieces of the network with their derivatives. Rows are words, columns are numbers.
#pragma once

#include "extractors/language/training/parameters.hpp"

#include <cstddef>
#include <vector>

namespace entente::language::training {

/// Sentences of a batch lie one behind the other; words [begins[i], begins[i + 1]).
using Begins = std::vector<std::size_t>;

/// y = x·Wᵀ + b.
class Linear {
public:
    Linear() = default;
    Linear(Parameters& parameters, std::size_t input, std::size_t output, Random& random,
           bool zero = false);

    void forward(const Parameters& parameters, const Matrix& x, Matrix& y) const;

    /// Adds to the gradients of weights, and to `dx` where it is given.
    void backward(Parameters& parameters, const Matrix& x, const Matrix& dy, Matrix* dx) const;

    Slot weight;
    Slot bias;
};

/// A simple recurrent unit in both directions (Lei et al. 2018, arXiv:1709.02755): its gates look
/// at the state before, yet all matrices are multiplied for the whole text at once.
///
///   f = σ(Wf·x + vf⊙c' + bf),  r = σ(Wr·x + vr⊙c' + br)
///   c = f⊙c' + (1 - f)⊙(Wc·x),  h = r⊙tanh(c) + (1 - r)⊙p
///
/// where p is the input itself where it has the right size, else its projection.
class Recurrent {
public:
    Recurrent() = default;
    Recurrent(Parameters& parameters, std::size_t input, std::size_t state, Random& random);

    struct Memory {
        Matrix gates; ///< before their functions; behind forward() f and r in place
        Matrix cells;
    };

    void forward(const Parameters& parameters, const Matrix& x, const Begins& begins,
                 Memory& memory, Matrix& y) const;
    void backward(Parameters& parameters, const Matrix& x, const Begins& begins,
                  const Memory& memory, const Matrix& dy, Matrix& dx) const;

    Slot weight; ///< [2 · gates · state, input]; per direction candidate, forget, reset,
                 ///< (projection)
    Slot peep;   ///< [4, state]: vf and vr forwards, then backwards
    Slot bias;   ///< [4, state]: bf and br forwards, then backwards

private:
    [[nodiscard]] bool projects() const { return gates_ == 4; }

    std::size_t state_ = 0;
    std::size_t gates_ = 3;
};

/// Zeros numbers at random and scales the others up, so that their sum is the same on average.
class Dropout {
public:
    /// One mask for all words of a sentence (Gal and Ghahramani 2016), or one a number.
    void by_sentence(Matrix& x, const Begins& begins, float rate, Random& random);
    void by_number(Matrix& x, float rate, Random& random);
    void backward(Matrix& dx) const;

private:
    Matrix mask_;
};

/// Softmax over a row and the derivative of its cross entropy: `scores` becomes p - 1{gold}.
/// \returns the loss
[[nodiscard]] float cross_entropy(float* scores, std::size_t size, std::size_t gold);

} // namespace entente::language::training
