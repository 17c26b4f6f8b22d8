# SPDX-License-Identifier: Apache-2.0
# Warnings, sanitizers and the two functions that make a library or a program of ours.

add_library(entente_warnings INTERFACE)
target_compile_options(entente_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Wnull-dereference -Wdouble-promotion
    -Wformat=2 -Wimplicit-fallthrough -Wcast-align -Wunused
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wduplicated-branches -Wlogical-op>
    $<$<BOOL:${ENTENTE_WARNINGS_AS_ERRORS}>:-Werror>)

# GCC's flow analysis sees phantom overflows and null pointers inside the standard library once
# sanitizers or link-time optimisation inline across it.
target_compile_options(entente_warnings INTERFACE
    $<$<CXX_COMPILER_ID:GNU>:-Wno-null-dereference -Wno-maybe-uninitialized -Wno-restrict>)
target_link_options(entente_warnings INTERFACE
    $<$<CXX_COMPILER_ID:GNU>:-Wno-stringop-overflow>) # at link time, where such inlining happens

add_library(entente_sanitizers INTERFACE)
if(ENTENTE_SANITIZERS)
    target_compile_options(entente_sanitizers INTERFACE
        -fsanitize=${ENTENTE_SANITIZERS} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(entente_sanitizers INTERFACE -fsanitize=${ENTENTE_SANITIZERS})
endif()

# entente_library(NAME SOURCES file… [PUBLIC target…] [PRIVATE target…])
function(entente_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;PUBLIC;PRIVATE")
    add_library(${name} STATIC ${arg_SOURCES})
    add_library(entente::${name} ALIAS ${name})
    target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}")
    target_compile_features(${name} PUBLIC cxx_std_20)
    target_link_libraries(${name}
        PUBLIC ${arg_PUBLIC} entente_sanitizers
        PRIVATE ${arg_PRIVATE} entente_warnings)
endfunction()

# entente_program(NAME SOURCES file… LIBRARIES target…)
function(entente_program name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBRARIES")
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE ${arg_LIBRARIES} entente_warnings entente_sanitizers)
endfunction()
