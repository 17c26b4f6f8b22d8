# SPDX-License-Identifier: Apache-2.0
# Toolchain of the fuzz preset: the newest clang++ that is installed, whatever it is called.
find_program(ENTENTE_CLANGXX NAMES
    clang++ clang++-20 clang++-19 clang++-18 clang++-17 clang++-16 clang++-15 clang++-14)
if(NOT ENTENTE_CLANGXX)
    message(FATAL_ERROR "no clang++ found: scripts/setup.sh fuzz installs it")
endif()
set(CMAKE_CXX_COMPILER "${ENTENTE_CLANGXX}")
