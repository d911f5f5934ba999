// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

/// Where the installation stands between "nothing touched" and "door closed", and what going back costs.
struct GaugeFacts {
    enum Station { NothingTouched, Restart, AtDoor, NeedsBackup, DoorClosed };

    Station station = NothingTouched;
    QString sentence;  ///< verb, time and loss: "Going back restores the backup of 22:38: about 4 min, loses
                       ///< nothing"
    QString remainder; ///< said in grey behind it
    bool doorKnown = true;
    bool operator==(const GaugeFacts &) const = default;
};

/// The way back, always at the same place: four stations and a door.
class WayBackGauge : public QWidget
{
    Q_OBJECT

public:
    explicit WayBackGauge(QWidget *parent = nullptr);

    void setFacts(const GaugeFacts &facts);
    const GaugeFacts &facts() const { return m_facts; }
    /// Without the names of the stations, for low windows.
    void setCompact(bool compact);
    static QString stationName(GaugeFacts::Station station);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintTrack(QPainter &painter, const QRectF &track) const;
    void paintNames(QPainter &painter, const QRectF &track) const;

    GaugeFacts m_facts;
    bool m_compact = false;
};
