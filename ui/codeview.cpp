// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/codeview.h"

#include "ui/shades.h"
#include "ui/type.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QEvent>

using namespace Qt::StringLiterals;

namespace
{

/// Reading the index of all languages takes a moment: once a process, when the first code is shown.
KSyntaxHighlighting::Repository &repository()
{
    static KSyntaxHighlighting::Repository repository;
    return repository;
}

} // namespace

CodeView::CodeView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setFont(typeFont(Type::Code));
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(8);
}

CodeView::~CodeView() = default;

void CodeView::setCode(const QString &code, const QString &fileName)
{
    setPlainText(code.size() > mostShown ? code.left(mostShown) + u"\n…"_s : code);
    highlightAs(fileName, code.size());
}

void CodeView::highlightAs(const QString &fileName, qsizetype bytes)
{
    m_highlighter.reset();
    if (bytes > mostHighlighted)
        return;
    const auto definition = repository().definitionForFileName(fileName);
    if (!definition.isValid())
        return;
    m_highlighter = std::make_unique<KSyntaxHighlighting::SyntaxHighlighter>(document());
    chooseTheme();
    m_highlighter->setDefinition(definition);
}

void CodeView::chooseTheme()
{
    const bool dark = shadesFor(palette()).dark;
    m_highlighter->setTheme(repository().defaultTheme(dark ? KSyntaxHighlighting::Repository::DarkTheme
                                                           : KSyntaxHighlighting::Repository::LightTheme));
}

void CodeView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter) {
        chooseTheme();
        m_highlighter->rehighlight();
    }
}
