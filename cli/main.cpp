// SPDX-License-Identifier: Apache-2.0
// The program.
#include "cli/app.hpp"

int main(int argc, char** argv)
{
    return entente::cli::run(argc, argv);
}
