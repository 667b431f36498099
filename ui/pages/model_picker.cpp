// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/model_picker.h"

#include "ui/pages/model_words.h"
#include "ui/text/tr.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/looks.h"

#include <QAction>
#include <QCheckBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace inferometer::ui {

ModelPicker::ModelPicker(const std::vector<core::CatalogModel>& models, QWidget* parent)
    : Page(parent)
    , m_title(makeHeading())
    , m_search(new QLineEdit)
    , m_onlyRunnable(new QCheckBox)
    , m_tree(new QTreeView)
    , m_noMatch(makeLabel("muted"))
    , m_clearFilter(new QPushButton)
    , m_all(new QPushButton)
    , m_none(new QPushButton)
    , m_add(new QPushButton)
    , m_edit(new QPushButton)
    , m_remove(new QPushButton)
    , m_weights(makeLabel("muted"))
{
    m_model.setModels(models);
    m_filter.setSourceModel(&m_model);
    build();
    bindTexts();
    connect(&m_model, &ModelTreeModel::checkedChanged, this, [this] {
        updateFooter();
        emit checkedChanged();
    });
    connect(m_search, &QLineEdit::textChanged, this, &ModelPicker::applyFilter);
    connect(m_onlyRunnable, &QCheckBox::toggled, this, [this](bool isOn) {
        m_filter.setOnlyRunnable(isOn);
        applyFilter();
    });
    connect(m_clearFilter, &QPushButton::clicked, m_search, &QLineEdit::clear);
    connect(m_all, &QPushButton::clicked, this, [this] { m_model.setAllChecked(true); });
    connect(m_none, &QPushButton::clicked, this, [this] { m_model.setAllChecked(false); });
    connect(m_add, &QPushButton::clicked, this, [this] { emit addRequested({}); });
    connect(m_edit, &QPushButton::clicked, this, [this] { emit editRequested(currentOwn()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removeRequested(currentOwn()); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ModelPicker::updateOwn);
    setAcceptDrops(true);
    applyFilter();
    updateOwn();
}

void ModelPicker::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    auto* top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    top->addWidget(m_onlyRunnable);
    layout->addLayout(top);
    m_search->addAction(lineIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_tree->setModel(&m_filter);
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(false);
    m_tree->setRootIsDecorated(true);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    auto* header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ModelTreeModel::NameColumn, QHeaderView::Interactive);
    header->setSectionResizeMode(ModelTreeModel::StateColumn, QHeaderView::Interactive);
    header->setSectionResizeMode(ModelTreeModel::HubIdColumn, QHeaderView::Stretch);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_noMatch);
    layout->addWidget(m_clearFilter, 0, Qt::AlignLeft);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_all);
    bottom->addWidget(m_none);
    bottom->addStretch();
    bottom->addWidget(m_add);
    layout->addLayout(bottom);
    auto* own = new QHBoxLayout;
    own->addStretch();
    own->addWidget(m_edit);
    own->addWidget(m_remove);
    layout->addLayout(own);
    layout->addWidget(m_weights);
}

void ModelPicker::bindTexts()
{
    m_texts.bind([this] {
        m_title->setText(Tr::tr("Models"));
        m_search->setPlaceholderText(Tr::tr("Filter models"));
        m_search->setAccessibleName(Tr::tr("Filter models"));
        m_onlyRunnable->setText(Tr::tr("Onl&y runnable ones"));
        m_tree->setAccessibleName(Tr::tr("Models by task"));
        m_clearFilter->setText(Tr::tr("Clear filter"));
        m_none->setText(Tr::tr("Select &none"));
        m_add->setText(Tr::tr("Add &model…"));
        m_edit->setText(Tr::tr("Edit…"));
        m_remove->setText(Tr::tr("Remove", "a model of one's own"));
        m_edit->setToolTip(Tr::tr("Change a model of your own"));
        m_remove->setToolTip(Tr::tr("Take a model of your own out of the catalogue; its files stay"));
    });
    updateFooter();
}

void ModelPicker::onLanguageChanged()
{
    m_model.retranslate();
    updateFooter();
    applyFilter();
}

void ModelPicker::setModels(const std::vector<core::CatalogModel>& models)
{
    const auto names = checked();
    m_model.setModels(models);
    setChecked(names);
    applyFilter();
    updateOwn();
}

void ModelPicker::setStates(std::map<std::string, ModelState> states, const QString& hubFolder)
{
    m_hubFolder = hubFolder;
    m_model.setStates(std::move(states));
    fitColumns();
    updateFooter();
}

void ModelPicker::setChecked(const QStringList& names)
{
    if (names == checked())
        return;
    std::vector<std::string> list;
    for (const auto& name : names)
        list.push_back(name.toStdString());
    m_model.setChecked(list);
}

QStringList ModelPicker::checked() const
{
    QStringList names;
    for (const auto& name : m_model.checked())
        names << QString::fromStdString(name);
    return names;
}

QStringList ModelPicker::withoutWeights() const
{
    QStringList names;
    for (const auto& name : m_model.checked()) {
        if (m_model.state(name).kind == ModelState::Kind::Random)
            names << QString::fromStdString(name);
    }
    return names;
}

void ModelPicker::setReadOnly(bool isReadOnly)
{
    // Still visible and still scrolled, but nothing can be changed.
    m_isReadOnly = isReadOnly;
    updateOwn();
    m_tree->setEnabled(!isReadOnly);
    m_all->setEnabled(!isReadOnly);
    m_none->setEnabled(!isReadOnly);
    m_add->setEnabled(!isReadOnly);
}

QString ModelPicker::currentOwn() const
{
    const auto rows = m_tree->selectionModel()->selectedRows(ModelTreeModel::NameColumn);
    const bool isOwn = rows.size() == 1 && rows.front().data(ModelTreeModel::IsOwnRole).toBool();
    return isOwn ? rows.front().data(ModelTreeModel::NameRole).toString() : QString();
}

/// The buttons are there once there is something for them.
void ModelPicker::updateOwn()
{
    const bool hasOwn = !currentOwn().isEmpty();
    for (auto* button : {m_edit, m_remove}) {
        button->setVisible(hasOwn);
        button->setEnabled(!m_isReadOnly);
    }
}

void ModelPicker::dragEnterEvent(QDragEnterEvent* event)
{
    if (!m_isReadOnly && !modelFileIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ModelPicker::dropEvent(QDropEvent* event)
{
    const QString path = modelFileIn(event->mimeData());
    if (path.isEmpty() || m_isReadOnly)
        return;
    event->acceptProposedAction();
    emit addRequested(path);
}

void ModelPicker::focusFilter()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ModelPicker::updateFooter()
{
    m_all->setText(Tr::tr("Select &all (%n)", nullptr, m_model.modelCount()));
    m_weights->setVisible(!m_hubFolder.isEmpty() && !m_model.hasPretrained());
    m_weights->setText(Tr::tr("No pretrained models in the Hugging Face cache (%1); random weights are used.")
                           .arg(m_hubFolder));
}

void ModelPicker::fitColumns()
{
    // The indicator of a styled tree is wider than what it counts as.
    m_tree->resizeColumnToContents(ModelTreeModel::NameColumn);
    m_tree->setColumnWidth(
        ModelTreeModel::NameColumn, m_tree->columnWidth(ModelTreeModel::NameColumn) + unit(this, 0.8));
    // A reason may be a long sentence; it stands in the tooltip as well.
    m_tree->resizeColumnToContents(ModelTreeModel::StateColumn);
    m_tree->setColumnWidth(ModelTreeModel::StateColumn,
        std::min(m_tree->columnWidth(ModelTreeModel::StateColumn), unit(this, 13)));
}

void ModelPicker::applyFilter()
{
    m_filter.setFilterFixedString(m_search->text());
    m_tree->expandAll();
    for (int task = 0; task < m_filter.rowCount(); ++task)
        m_tree->setFirstColumnSpanned(task, {}, true);
    fitColumns();
    const bool hasMatch = m_filter.rowCount() > 0;
    m_tree->setVisible(hasMatch);
    m_noMatch->setVisible(!hasMatch);
    m_clearFilter->setVisible(!hasMatch);
    m_noMatch->setText(Tr::tr("No model matches “%1”.").arg(m_search->text()));
}

} // namespace inferometer::ui
