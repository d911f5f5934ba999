// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTextBrowser>

/// Release notes: text of others, so nothing in it is loaded, run or opened but a link a person clicks.
class NoteView : public QTextBrowser
{
    Q_OBJECT

public:
    explicit NoteView(QWidget *parent = nullptr);

    /// HTML of our own renderer; laid out before it is shown, cut where it is endless.
    void setNote(const QString &html);
    /// Marks every place where `words` stand; how many there are.
    int mark(const QString &words);
    /// To the next or previous breaking change.
    void jumpToHeading(int direction);

    QVariant loadResource(int type, const QUrl &name) override;
    static bool mayOpen(const QUrl &url);

    static constexpr qsizetype mostShown = 1024 * 1024;

Q_SIGNALS:
    void linkRefused(const QUrl &url);

protected:
    void changeEvent(QEvent *event) override;

private:
    void show(const QString &html);
    QString sheet() const;

    QString m_html;
};
