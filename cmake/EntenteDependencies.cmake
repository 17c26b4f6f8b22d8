# SPDX-License-Identifier: Apache-2.0
# Every library we stand on, found once. docs/dependencies.md says why each was chosen.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(SQLite3 3.40 REQUIRED)
find_package(ICU 70 REQUIRED COMPONENTS uc i18n)
find_package(EXPAT 2.5 REQUIRED)
find_package(fmt REQUIRED)
find_package(TBB REQUIRED)
find_package(CLI11 2.1 REQUIRED)
pkg_check_modules(CGRAPH REQUIRED IMPORTED_TARGET libcgraph libgvc)
pkg_check_modules(EDIT REQUIRED IMPORTED_TARGET libedit)

find_path(ENTENTE_RAPIDJSON_INCLUDE rapidjson/rapidjson.h REQUIRED)
add_library(entente_rapidjson INTERFACE)
target_include_directories(entente_rapidjson SYSTEM INTERFACE "${ENTENTE_RAPIDJSON_INCLUDE}")
target_compile_definitions(entente_rapidjson INTERFACE
    RAPIDJSON_HAS_STDSTRING=1)
if(ENTENTE_BUILD_TRAINER)
    find_package(Eigen3 3.4 REQUIRED NO_MODULE)
endif()
