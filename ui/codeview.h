// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QPlainTextEdit>

#include <memory>

namespace KSyntaxHighlighting
{
class SyntaxHighlighter;
}

/// Text of a file or a script to read: fixed font, highlighted up to a size at which it stays quick.
class CodeView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit CodeView(QWidget *parent = nullptr);
    ~CodeView() override;

    /// `fileName` decides the language: "docker-compose.yml", "plan.sh", "notes.md".
    void setCode(const QString &code, const QString &fileName);

    static constexpr qsizetype mostHighlighted = 512 * 1024;
    static constexpr qsizetype mostShown = 8 * 1024 * 1024;

protected:
    void changeEvent(QEvent *event) override;
    void highlightAs(const QString &fileName, qsizetype bytes);

private:
    void chooseTheme();

    std::unique_ptr<KSyntaxHighlighting::SyntaxHighlighter> m_highlighter;
};
