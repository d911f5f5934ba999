// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/page.h"

#include "app/wizard/stagemodel.h"
#include "ui/card.h"
#include "ui/durations.h"
#include "ui/spinner.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

Page::Page(QWidget *parent)
    : QWidget(parent)
    , m_title(new Text(Type::Title))
    , m_subtitle(new Text(Type::Body, Tone::Second))
    , m_corner(new QHBoxLayout)
    , m_column(new QVBoxLayout(this))
    , m_body(new QVBoxLayout)
    , m_wait(new QWidget)
    , m_waitText(new Text(Type::Body, Tone::Second))
    , m_error(new Card)
    , m_errorText(new Text(Type::Body))
    , m_errorDetails(new Text(Type::Code, Tone::Second))
{
    m_title->elided();
    m_subtitle->elided();
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addLayout(words, 1);
    m_corner->setSpacing(8);
    m_corner->setAlignment(Qt::AlignTop);
    head->addLayout(m_corner);

    auto *waitRow = new QHBoxLayout(m_wait);
    waitRow->setContentsMargins(0, 0, 0, 0);
    waitRow->setSpacing(8);
    auto *cancel = new LinkButton(tr("Cancel", "@action wait"));
    waitRow->addWidget(new Spinner);
    waitRow->addWidget(m_waitText);
    waitRow->addWidget(cancel);
    waitRow->addStretch();
    m_wait->hide();
    connect(cancel, &QPushButton::clicked, this, [this] {
        if (m_model)
            m_model->cancel();
    });

    m_error->setEdge(Tone::Bad);
    auto *errorRow = new QHBoxLayout;
    errorRow->setSpacing(8);
    errorRow->addWidget(new SymbolLabel(u"dialog-error"_s, Tone::Bad), 0, Qt::AlignTop);
    errorRow->addWidget(m_errorText->wrapped(110), 1);
    m_error->column()->addLayout(errorRow);
    m_errorDetails->wrapped(120);
    m_errorDetails->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_errorText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_error->column()->addWidget(m_errorDetails);
    m_error->hide();

    m_column->setSpacing(0);
    m_column->addLayout(head);
    m_column->addSpacing(12);
    m_column->addWidget(m_wait);
    m_column->addWidget(m_error);
    m_column->addSpacing(4);
    m_column->addLayout(m_body, 1);
    m_body->setSpacing(16);
    m_renewSoon.setSingleShot(true);
    m_renewSoon.setInterval(0);
    connect(&m_renewSoon, &QTimer::timeout, this, &Page::renewNow);
    m_long.setInterval(1000);
    connect(&m_long, &QTimer::timeout, this, [this] {
        ++m_waited;
        showState();
    });
    setSmall(false);
}

void Page::setSmall(bool small)
{
    m_title->setType(small ? Type::SmallTitle : Type::Title);
    if (small)
        m_column->setContentsMargins(16, 12, 16, 12);
    else
        m_column->setContentsMargins(32, 22, 32, 24);
}

void Page::bind(StageModel *model)
{
    m_model = model;
    connect(model, &StageModel::changed, this, &Page::renewSoon);
}

void Page::renewNow()
{
    m_renewSoon.stop();
    if (m_model)
        setTitle(m_model->title(), m_model->subtitle());
    showState();
    renew();
}

QString Page::errorText() const
{
    return m_model ? m_model->errorText() : QString();
}

void Page::setTitle(const QString &title, const QString &subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    setAccessibleName(title);
    setAccessibleDescription(subtitle);
}

void Page::showState()
{
    if (!m_model)
        return;
    const bool busy = m_model->isBusy() && !m_model->busyText().isEmpty();
    if (busy != m_long.isActive()) {
        m_waited = 0;
        busy ? m_long.start() : m_long.stop();
    }
    QString waits = m_model->busyText();
    if (m_waited >= 10)
        waits = tr("%1 (%2; it may be slow or not reachable)", "@status").arg(waits, spokenSeconds(m_waited));
    else if (m_waited >= 3)
        waits = tr("%1 (%2)", "@status").arg(waits, spokenSeconds(m_waited));
    m_waitText->setText(waits);
    m_wait->setVisible(busy);
    m_errorText->setText(m_model->errorText());
    m_errorDetails->say(m_model->errorDetails().left(2000).trimmed());
    m_error->setVisible(!m_model->errorText().isEmpty());
}

QWidget *scrolling(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    content->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(content);
    content->setAutoFillBackground(false);
    return area;
}
