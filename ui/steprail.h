// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QListView>

/// One stage as the rail shows it.
struct RailStep {
    enum State { Done, Current, Attention, Failed, Later };

    QString title;
    QString word; ///< one word or a count below the title: "3 to answer"
    State state = Later;
    bool reachable = false;
    QString missing; ///< why it cannot be reached yet
    bool operator==(const RailStep &) const = default;
};

/// The stages at the left, done ones reachable. Which one is shown is said by setCurrentStep().
class StepRail : public QListView
{
    Q_OBJECT

public:
    explicit StepRail(QWidget *parent = nullptr);
    ~StepRail() override;

    void setSteps(const QList<RailStep> &steps, int current);
    QString accessibleText(int step) const;
    QSize sizeHint() const override;

Q_SIGNALS:
    void stepChosen(int step);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    class Steps;
    class Painter;
    Steps *m_steps;
    Painter *m_painter;
};
