# ---- the library and the program --------------------------------------------------------------------------
foreach(stage page article dating facts story timeline archive serve)
  if(NOT TARGET machtin_${stage})
    return()
  endif()
endforeach()
machtin_stage(engine
  SOURCES builder.cc engine.cc linker.cc timeline_query.cc
  TESTS builder_test.cc engine_test.cc
  LINK machtin_archive machtin_dating machtin_page ZLIB::ZLIB)
get_property(library_parts GLOBAL PROPERTY MACHTIN_PARTS_machtin_engine)
add_library(machtin_library STATIC)
add_library(machtin::machtin ALIAS machtin_library)
foreach(part machtin_engine ${library_parts})
  target_sources(machtin_library PRIVATE "$<TARGET_OBJECTS:${part}>")
endforeach()
set_target_properties(machtin_library PROPERTIES OUTPUT_NAME machtin EXPORT_NAME machtin)
target_include_directories(machtin_library INTERFACE "$<INSTALL_INTERFACE:include>" "$<BUILD_INTERFACE:${CMAKE_SOURCE_DIR}/include>")
target_link_libraries(machtin_library INTERFACE "$<BUILD_INTERFACE:lexbor>" "$<INSTALL_INTERFACE:machtin::lexbor>"
  ICU::uc ICU::i18n OpenSSL::Crypto SQLite::SQLite3 simdjson::simdjson ZLIB::ZLIB PkgConfig::BROTLI PkgConfig::UCHARDET Threads::Threads)

add_executable(machtin
  src/cli/build.cc src/cli/export.cc src/cli/facts.cc src/cli/main.cc src/cli/output.cc src/cli/pipeline.cc src/cli/pretty.cc
  src/cli/read.cc src/cli/search.cc src/cli/serve.cc src/cli/stages.cc src/cli/stories.cc src/cli/timeline.cc src/cli/words.cc
  "$<TARGET_OBJECTS:machtin_serve>")
target_link_libraries(machtin PRIVATE machtin_flags machtin_library machtin_serve CLI11::CLI11)

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/machtin")
install(TARGETS machtin RUNTIME)
install(TARGETS machtin_library EXPORT machtinTargets ARCHIVE)
install(DIRECTORY include/machtin DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(FILES "${LEXBOR_LIBRARY}" DESTINATION "${CMAKE_INSTALL_LIBDIR}/machtin")
install(EXPORT machtinTargets NAMESPACE machtin:: DESTINATION "${package_dir}")
configure_package_config_file(cmake/machtinConfig.cmake.in machtinConfig.cmake INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file(machtinConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_BINARY_DIR}/machtinConfig.cmake" "${CMAKE_BINARY_DIR}/machtinConfigVersion.cmake" DESTINATION "${package_dir}")

# ---- fuzzers, benchmarks, tests of the whole --------------------------------------------------------------
if(MACHTIN_TESTS OR MACHTIN_LIBFUZZER)
  foreach(fuzzer read facts_line)
    add_executable(fuzz_${fuzzer} fuzz/fuzz_${fuzzer}.cc)
    target_link_libraries(fuzz_${fuzzer} PRIVATE machtin_flags machtin_library)
    if(MACHTIN_LIBFUZZER)
      target_link_options(fuzz_${fuzzer} PRIVATE -fsanitize=fuzzer)
    else()
      target_sources(fuzz_${fuzzer} PRIVATE fuzz/replay_main.cc)
      add_test(NAME fuzz_${fuzzer}.replays_its_seeds COMMAND fuzz_${fuzzer} "${CMAKE_SOURCE_DIR}/fuzz/seeds/${fuzzer}")
    endif()
  endforeach()
endif()
if(MACHTIN_BENCHMARKS)
  find_package(benchmark 1.7)
  if(benchmark_FOUND)
    add_executable(stages_bench EXCLUDE_FROM_ALL bench/stages_bench.cc)
    target_link_libraries(stages_bench PRIVATE machtin_flags machtin_library benchmark::benchmark)
  endif()
endif()
if(MACHTIN_TESTS)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  foreach(test bad_input contract readme)
    add_test(NAME commands.${test} COMMAND "${Python3_EXECUTABLE}" "${CMAKE_SOURCE_DIR}/tests/commands/${test}_test.py")
    set_tests_properties(commands.${test} PROPERTIES ENVIRONMENT "MACHTIN=$<TARGET_FILE:machtin>" TIMEOUT 900)
  endforeach()
  add_test(NAME install.an_embedder_builds_against_it
    COMMAND "${CMAKE_COMMAND}" -DBUILD=${CMAKE_BINARY_DIR} -DSOURCE=${CMAKE_SOURCE_DIR} "-DFLAGS=$<$<BOOL:${MACHTIN_SANITIZE}>:-fsanitize=address,undefined>"
            -P "${CMAKE_SOURCE_DIR}/tests/install_test.cmake")
  set_tests_properties(install.an_embedder_builds_against_it PROPERTIES TIMEOUT 600)
endif()
