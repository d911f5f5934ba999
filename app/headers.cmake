# SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
# SPDX-License-Identifier: Apache-2.0
# Precompiled headers: a third of the time for every file. One for all libraries and one for all programs, as the two are
# compiled differently; both see Qt Core alone, so that whoever links more can use them.

set(often
  <algorithm> <array> <chrono> <coroutine> <expected> <functional> <map> <memory> <optional> <ranges> <set> <span> <string>
  <string_view> <unordered_map> <utility> <variant> <vector>
  <QByteArray> <QCoreApplication> <QDateTime> <QDir> <QFile> <QFileInfo> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject>
  <QList> <QLocale> <QMap> <QObject> <QPointer> <QProcess> <QRegularExpression> <QSaveFile> <QSet> <QString> <QStringList>
  <QTimer> <QUrl> <QVariant>)

file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/headers.cpp" CONTENT "int main() {}\n")
add_library(libraryheaders STATIC "${CMAKE_BINARY_DIR}/headers.cpp")
add_executable(programheaders "${CMAKE_BINARY_DIR}/headers.cpp")
foreach(target libraryheaders programheaders)
  set_target_properties(${target} PROPERTIES AUTOMOC OFF AUTORCC OFF RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")
  target_link_libraries(${target} PRIVATE flags Qt6::Core)
  target_precompile_headers(${target} PRIVATE ${often})
endforeach()

function(use_precompiled_headers directory)
  get_property(targets DIRECTORY "${directory}" PROPERTY BUILDSYSTEM_TARGETS)
  foreach(target IN LISTS targets)
    get_target_property(type ${target} TYPE)
    if(target MATCHES "headers$")
      continue()
    elseif(type STREQUAL "STATIC_LIBRARY")
      target_precompile_headers(${target} REUSE_FROM libraryheaders)
    elseif(type STREQUAL "EXECUTABLE")
      target_precompile_headers(${target} REUSE_FROM programheaders)
    endif()
  endforeach()
  get_property(directories DIRECTORY "${directory}" PROPERTY SUBDIRECTORIES)
  foreach(below IN LISTS directories)
    use_precompiled_headers("${below}")
  endforeach()
endfunction()

# ccache needs the first, and the second tells of a target that cannot use them.
target_compile_options(flags INTERFACE -fpch-preprocess -Winvalid-pch)
use_precompiled_headers("${CMAKE_SOURCE_DIR}")
