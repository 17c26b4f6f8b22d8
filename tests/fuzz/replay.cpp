// SPDX-License-Identifier: Apache-2.0
// Runs a fuzz target over saved inputs, without a fuzzer: every file of the folders named.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int argc, char** argv)
{
    std::size_t count = 0;
    for (int i = 1; i < argc; ++i) {
        std::error_code failure;
        for (const auto& entry : std::filesystem::directory_iterator{argv[i], failure}) {
            std::ifstream stream{entry.path(), std::ios::binary};
            const std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
            std::cout << entry.path().filename().string()
                      << std::endl; // a crash names the last one
            LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                   bytes.size());
            ++count;
        }
        if (failure) {
            std::cerr << argv[i] << ": " << failure.message() << '\n';
            return 3;
        }
    }
    std::cout << count << " inputs\n";
    return count == 0 ? 1 : 0; // a replay of nothing tests nothing
}
