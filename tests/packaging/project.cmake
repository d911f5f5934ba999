# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
cmake_minimum_required(VERSION 3.28)
project(Fixture LANGUAGES NONE)
foreach(program kestra-upgrade-assistant kestra-upgrade practice-kestra)
  add_custom_target(${program} ALL VERBATIM
    COMMAND sh -n "${CMAKE_SOURCE_DIR}/app/program"
    COMMAND cmake -E copy "${CMAKE_SOURCE_DIR}/app/program" "${CMAKE_BINARY_DIR}/bin/${program}")
endforeach()
enable_testing()
add_test(NAME good COMMAND true)
add_test(NAME bad COMMAND false)
add_test(NAME forgetful COMMAND sh -c "setsid sleep $FIXTURE_SLEEP > /dev/null 2>&1 & true")
set_tests_properties(good forgetful PROPERTIES LABELS fine)
