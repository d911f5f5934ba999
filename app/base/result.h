// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <expected>

/// What kind of failure it was; decides exit codes and what a page offers.
enum class ErrorKind {
    Usage,       ///< the call itself was wrong
    NotFound,    ///< the named thing does not exist
    BadInput,    ///< a file or an answer cannot be understood
    Unreachable, ///< a host, an engine, a database or a service does not answer
    Denied,      ///< refused: password, permission, rate limit
    Failed,      ///< a tool or a step failed
    Blocked,     ///< something unanswered stands in the way (findings, checks, locks)
    NeedsPerson, ///< only a person can go on; the message says what to do
    Cancelled,   ///< asked to stop, and stopped
};

/// What failed, on what, and what to do next; `details` holds raw tool output, untranslated.
struct Error {
    ErrorKind kind = ErrorKind::Failed;
    QString message;
    QString details;

    bool operator==(const Error &) const = default;
};

template<typename T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> failure(ErrorKind kind, QString message, QString details = {})
{
    return std::unexpected(Error{kind, std::move(message), std::move(details)});
}
