// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPushButton>

class QBoxLayout;
class QTableView;

/// Small pieces that give the window one look. Roles are named in style.qss; sizes follow the font.
namespace inferometer::ui {

/// Sets the role that the style sheet knows a widget by: "card", "muted", "primary", "banner".
void setRole(QWidget* widget, const char* role);
/// Makes the font of a widget larger or smaller than the program's, whatever that is.
void setRelativeFont(QWidget* widget, double factor, bool isBold = false);

QFrame* makeCard(QWidget* parent = nullptr); ///< with a vertical layout inside
QLabel* makeLabel(const char* role = nullptr, QWidget* parent = nullptr); ///< wraps, selectable, plain text
QLabel* makeHeading(QWidget* parent = nullptr); ///< bold, a little larger
QPushButton* makePrimary(QWidget* parent = nullptr);

void setRowsByFont(QTableView* table, int padding); ///< as high as a line of its font, and pixels more

int unit(const QWidget* widget, double factor = 1.0); ///< multiples of the font's height

} // namespace inferometer::ui
