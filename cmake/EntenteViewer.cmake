# SPDX-License-Identifier: Apache-2.0
# Bundles exporters/viewer with esbuild and compiles it into a library. Needs Node.js 18 and npm;
# without them everything else is built, and `export -o graph.html` says what is missing.
set(ENTENTE_VIEWER "AUTO" CACHE STRING "Build the interactive page: AUTO (where possible), ON, OFF")
set_property(CACHE ENTENTE_VIEWER PROPERTY STRINGS AUTO ON OFF)

# entente_viewer_modules(RESULT FOLDER) installs the pinned packages into FOLDER, once for each lock
# file, and sets RESULT to what went wrong, empty where all is well.
function(entente_viewer_modules result folder)
    set(source "${PROJECT_SOURCE_DIR}/exporters/viewer")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${source}/package-lock.json")
    find_program(ENTENTE_NODE NAMES node nodejs)
    find_program(ENTENTE_NPM NAMES npm)
    mark_as_advanced(ENTENTE_NODE ENTENTE_NPM)
    if(NOT ENTENTE_NODE OR NOT ENTENTE_NPM)
        set(${result} "Node.js or npm is not installed" PARENT_SCOPE)
        return()
    endif()
    execute_process(COMMAND "${ENTENTE_NODE}" --version OUTPUT_VARIABLE version
                    OUTPUT_STRIP_TRAILING_WHITESPACE)
    string(REGEX REPLACE "^v" "" version "${version}")
    if(version VERSION_LESS 18)
        set(${result} "Node.js ${version} is older than 18" PARENT_SCOPE)
        return()
    endif()
    file(SHA256 "${source}/package-lock.json" lock)
    set(stamp "")
    if(EXISTS "${folder}/installed")
        file(READ "${folder}/installed" stamp)
    endif()
    if(NOT stamp STREQUAL lock)
        message(STATUS "Installing the packages of exporters/viewer")
        file(COPY "${source}/package.json" "${source}/package-lock.json" DESTINATION "${folder}")
        execute_process(
            COMMAND "${ENTENTE_NPM}" ci --ignore-scripts --no-audit --no-fund --loglevel=error
            WORKING_DIRECTORY "${folder}" RESULT_VARIABLE status
            OUTPUT_VARIABLE output ERROR_VARIABLE output TIMEOUT 300)
        if(NOT status EQUAL 0)
            string(STRIP "${output}" output)
            set(${result} "npm could not install its packages: ${output}" PARENT_SCOPE)
            return()
        endif()
        file(WRITE "${folder}/installed" "${lock}")
    endif()
    set(${result} "" PARENT_SCOPE)
endfunction()

function(entente_embed_viewer target)
    if(NOT ENTENTE_VIEWER)
        message(STATUS "Interactive page: off")
        return()
    endif()
    set(folder "${CMAKE_CURRENT_BINARY_DIR}/viewer")
    entente_viewer_modules(trouble "${folder}")
    if(trouble AND ENTENTE_VIEWER STREQUAL "ON")
        message(FATAL_ERROR "Interactive page: ${trouble}. Install Node.js 18 or later with npm, or "
                            "configure with -DENTENTE_VIEWER=OFF.")
    elseif(trouble)
        message(WARNING "Interactive page left out: ${trouble}")
        return()
    endif()

    set(source "${PROJECT_SOURCE_DIR}/exporters/viewer")
    file(GLOB_RECURSE inputs CONFIGURE_DEPENDS "${source}/src/*.js" "${source}/src/*.css")
    set(files viewer.js viewer.js.hash viewer.css viewer.css.hash licences.txt)
    list(TRANSFORM files PREPEND "${folder}/" OUTPUT_VARIABLE bundle)
    add_custom_command(
        OUTPUT ${bundle}
        COMMAND "${ENTENTE_NODE}" "${source}/build.mjs" "${folder}"
        DEPENDS ${inputs} "${source}/build.mjs" "${folder}/installed"
        COMMENT "Bundling the interactive page"
        VERBATIM)
    set(output "${CMAKE_CURRENT_BINARY_DIR}/viewer_bundle.cpp")
    add_custom_command(
        OUTPUT "${output}"
        COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${output}" "-DSYMBOL=viewer" "-DROOT=${folder}"
                "-DFILES=${files}" -P "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
        DEPENDS ${bundle} "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
        COMMENT "Embedding the interactive page"
        VERBATIM)
    target_sources(${target} PRIVATE "${output}")
    set_source_files_properties(viewer_files.cpp PROPERTIES COMPILE_DEFINITIONS ENTENTE_HAS_VIEWER)
endfunction()
