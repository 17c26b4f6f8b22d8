// SPDX-License-Identifier: Apache-2.0
// The model file as a part of the program. ENTENTE_MODEL_FILE is its path while compiling.
#include "extractors/language/english_analyzer.hpp"

// Assembled, not written out as an array of numbers: compilers take minutes for those.
asm(".section .rodata\n"
    ".balign 64\n"
    ".global entente_english_model\n"
    ".global entente_english_model_end\n"
    "entente_english_model:\n"
    ".incbin \"" ENTENTE_MODEL_FILE "\"\n"
    "entente_english_model_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern const std::byte entente_english_model[];     // NOLINT(modernize-avoid-c-arrays)
extern const std::byte entente_english_model_end[]; // NOLINT(modernize-avoid-c-arrays)
}

namespace entente::language {

std::span<const std::byte> builtin_model() noexcept
{
    return {entente_english_model, entente_english_model_end};
}

} // namespace entente::language
