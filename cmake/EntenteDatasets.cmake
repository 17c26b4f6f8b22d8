# SPDX-License-Identifier: Apache-2.0
# Compiles data files into a library, so that the program is one file with no search path.
#
# entente_embed_datasets(TARGET SYMBOL file…) adds a source that defines
#   std::span<const entente::EmbeddedFile> entente::embedded::SYMBOL() noexcept
# with one entry a file, named by its path below datasets/.
function(entente_embed_datasets target symbol)
    set(output "${CMAKE_CURRENT_BINARY_DIR}/${symbol}_datasets.cpp")
    set(inputs "")
    foreach(file IN LISTS ARGN)
        list(APPEND inputs "${PROJECT_SOURCE_DIR}/datasets/${file}")
    endforeach()
    add_custom_command(
        OUTPUT "${output}"
        COMMAND "${CMAKE_COMMAND}"
                "-DOUTPUT=${output}" "-DSYMBOL=${symbol}"
                "-DROOT=${PROJECT_SOURCE_DIR}/datasets" "-DFILES=${ARGN}"
                -P "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
        DEPENDS ${inputs} "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
        COMMENT "Embedding the ${symbol} datasets"
        VERBATIM)
    target_sources(${target} PRIVATE "${output}")
endfunction()
