// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare_page.h"

#include "ui/charts/chart_view.h"
#include "ui/run/read_table.h"
#include "ui/text/error_text.h"
#include "ui/text/names.h"
#include "ui/text/note_text.h"
#include "ui/text/tr.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/looks.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace inferometer::ui {

namespace {

using Tables = std::vector<core::StudyTable>;

/// Runs as the core reads them, or the first failure.
core::Result<Tables> readAll(const Backend& backend, const std::vector<std::filesystem::path>& files)
{
    Tables tables;
    for (const auto& file : files) {
        auto table = readTable(backend, file);
        if (!table)
            return table.error();
        tables.push_back(*std::move(table));
    }
    return tables;
}

/// Two sources have values of it, and not the same one.
bool isKnownToDiffer(const core::ConditionDifference& condition)
{
    std::set<std::string> values(condition.values.begin(), condition.values.end());
    values.erase(std::string());
    return values.size() > 1;
}

/// The data type chosen as long as the base has it, else that of its first row.
int shownType(const core::StudyTable& base, const QVariant& chosen)
{
    if (base.rows.empty())
        return 0;
    const auto found = std::find_if(base.rows.begin(), base.rows.end(), [&](const core::StudyRow& row) {
        return chosen.isValid() && static_cast<int>(row.setting.dtype) == chosen.toInt();
    });
    return static_cast<int>((found == base.rows.end() ? base.rows.front() : *found).setting.dtype);
}

} // namespace

ComparePage::ComparePage(Backend& backend, Background& background, QWidget* parent)
    : Page(parent)
    , m_backend(backend)
    , m_background(background)
    , m_stack(new QStackedLayout(this))
    , m_banner(new Banner)
    , m_empty(new EmptyState(QStringLiteral("bars")))
    , m_chips(new QWidget)
    , m_add(new QToolButton)
    , m_addMenu(new QMenu(this))
    , m_differences(makeLabel())
    , m_count(makeLabel("muted"))
    , m_kind(new QComboBox)
    , m_device(new QComboBox)
    , m_batch(new QComboBox)
    , m_dataType(new QComboBox)
    , m_missing(new QCheckBox)
    , m_copy(new QToolButton)
    , m_chart(new ChartView)
    , m_table(new QTableView)
{
    m_sorted.setSourceModel(&m_model);
    m_empty->setText(
        [] { return Tr::tr("Nothing to compare yet"); }, [] { return Tr::tr("Select two or more runs."); });
    auto* history = m_empty->addButton([] { return Tr::tr("&Go to History"); }, true);
    connect(history, &QPushButton::clicked, this, &ComparePage::historyRequested);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildContent());
    bindTexts();
    connect(m_addMenu, &QMenu::aboutToShow, this, &ComparePage::fillAddMenu);
    connect(m_kind, &QComboBox::activated, this, &ComparePage::redraw);
    connect(m_device, &QComboBox::activated, this, &ComparePage::redraw);
    connect(m_batch, &QComboBox::activated, this, &ComparePage::redraw);
    connect(m_dataType, &QComboBox::activated, this, &ComparePage::redraw);
    connect(m_missing, &QCheckBox::toggled, this, &ComparePage::setShowsMissing);
    connect(m_copy, &QToolButton::clicked, this, &ComparePage::copyMarkdown);
    connect(m_chart, &ChartView::announced, this, &ComparePage::announced);
}

QWidget* ComparePage::buildContent()
{
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(m_banner);
    auto* top = new QHBoxLayout;
    new FlowLayout(6, m_chips);
    m_chips->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    top->addWidget(m_chips, 1);
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_add->setMenu(m_addMenu);
    setRole(m_add, "combo");
    top->addWidget(m_add, 0, Qt::AlignTop);
    layout->addLayout(top);
    layout->addWidget(m_differences);
    layout->addWidget(buildBar());
    m_table->setModel(&m_sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    setRowsByFont(m_table, 9);
    m_table->horizontalHeader()->setHighlightSections(false);
    auto* card = makeCard();
    card->layout()->setContentsMargins(12, 4, 12, 8);
    card->layout()->addWidget(m_chart);
    card->setMinimumHeight(unit(this, 12));
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(card);
    splitter->addWidget(m_table);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({unit(this, 30), unit(this, 12)});
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(10);
    layout->addWidget(splitter, 1);
    return content;
}

QWidget* ComparePage::buildBar()
{
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    for (auto* combo : {m_kind, m_device, m_batch, m_dataType}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        layout->addWidget(combo);
    }
    layout->addWidget(m_missing);
    layout->addWidget(m_count, 1);
    m_copy->setIcon(lineIcon(QStringLiteral("copy")));
    m_copy->setAutoRaise(true);
    layout->addWidget(m_copy);
    return bar;
}

void ComparePage::bindTexts()
{
    m_texts.bind([this] {
        m_add->setText(Tr::tr("Add"));
        m_add->setToolTip(Tr::tr("Add a run, the guide's figures, or a table of another program"));
        m_missing->setText(Tr::tr("Show &missing"));
        m_missing->setToolTip(Tr::tr("Also what not every source has a time for"));
        m_copy->setToolTip(Tr::tr("Copy as Markdown Table"));
        m_copy->setAccessibleName(Tr::tr("Copy as Markdown Table"));
        m_kind->setAccessibleName(Tr::tr("Chart"));
        m_device->setAccessibleName(Tr::tr("Device"));
        m_batch->setAccessibleName(Tr::tr("Batch size"));
        m_dataType->setAccessibleName(Tr::tr("Data type"));
        m_table->setAccessibleName(Tr::tr("Comparison"));
        m_differences->setAccessibleName(Tr::tr("Conditions that differ"));
    });
}

void ComparePage::compare(const std::vector<std::filesystem::path>& files)
{
    m_background.ask(
        this, [this, files] { return readAll(m_backend, files); },
        [this](core::Result<Tables> tables) {
            if (!tables) {
                showError(tables.error());
                return;
            }
            m_banner->dismiss();
            m_sources = *std::move(tables);
            recompute();
        });
}

void ComparePage::add(core::StudyTable table)
{
    if (m_sources.size() == core::mostTables) {
        m_banner->showMessage(
            [] { return Tr::tr("Five can be compared at a time; remove one to add another."); });
        return;
    }
    m_sources.push_back(std::move(table));
    recompute();
}

void ComparePage::setBase(std::size_t source)
{
    std::rotate(m_sources.begin(), m_sources.begin() + static_cast<std::ptrdiff_t>(source),
        m_sources.begin() + static_cast<std::ptrdiff_t>(source) + 1);
    recompute();
}

void ComparePage::remove(std::size_t source)
{
    m_sources.erase(m_sources.begin() + static_cast<std::ptrdiff_t>(source));
    recompute();
}

void ComparePage::setShowsMissing(bool showsMissing)
{
    m_missing->setChecked(showsMissing);
    m_sorted.setShowsMissing(showsMissing);
    redraw();
}

void ComparePage::recompute()
{
    std::shared_ptr<Compared> compared;
    if (m_sources.size() >= 2) {
        compared = std::make_shared<Compared>();
        compared->tables = m_sources;
        auto comparison = core::compareTables(compared->tables);
        if (!comparison) {
            showError(comparison.error());
            return;
        }
        compared->comparison = *std::move(comparison);
    }
    m_model.setCompared(std::move(compared));
    m_table->resizeColumnsToContents();
    m_stack->setCurrentIndex(m_sources.empty() ? 0 : 1);
    fillChips();
    fillSelectors();
    redraw();
    emit sourcesChanged();
}

QString ComparePage::differencesText() const
{
    const auto& both = m_model.compared();
    if (!both)
        return Tr::tr("Add another run to compare this one with.");
    QStringList lines;
    QStringList unknown;
    for (const auto& condition : both->comparison.conditions) {
        QStringList values;
        for (const auto& value : condition.values)
            values << (value.empty() ? Tr::tr("not known") : QString::fromStdString(value));
        if (isKnownToDiffer(condition))
            lines << Tr::tr("%1: %2", "a condition and its values")
                         .arg(conditionName(condition.key), values.join(QStringLiteral(" ↔ ")));
        else
            unknown << conditionName(condition.key);
    }
    QStringList texts;
    if (!lines.isEmpty())
        texts << Tr::tr("Conditions that differ: %1").arg(lines.join(QStringLiteral("; ")));
    if (!unknown.isEmpty())
        texts << Tr::tr("Not known of every source: %1")
                     .arg(unknown.join(Tr::tr(", ", "between the parts of a list")));
    if (texts.isEmpty())
        texts << Tr::tr("All recorded conditions are the same.");
    for (const auto& note : both->comparison.notes)
        texts << noteText(note);
    return texts.join(QLatin1Char('\n'));
}

void ComparePage::fillChips()
{
    auto* layout = m_chips->layout();
    while (auto* item = layout->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (std::size_t i = 0; i < m_sources.size(); ++i)
        layout->addWidget(makeChip(i));
    m_differences->setText(differencesText());
    const auto& both = m_model.compared();
    m_count->setText(both ? Tr::tr("Cells with a time in every source: %1 of %2.")
                                .arg(both->comparison.common)
                                .arg(both->comparison.cells.size())
                          : QString());
}

void ComparePage::fillSelectors()
{
    const int kind = std::max(0, m_kind->currentIndex());
    m_kind->clear();
    m_kind->addItem(Tr::tr("Duration", "chart"), static_cast<int>(ChartKind::Duration));
    m_kind->addItem(Tr::tr("Improvement", "chart"), static_cast<int>(ChartKind::Improvement));
    m_kind->setCurrentIndex(kind);
    const QVariant device = m_device->currentData();
    m_device->clear();
    if (!m_sources.empty()) {
        for (const auto& each : devicesOf(m_sources.front()))
            m_device->addItem(tableDevice(m_sources.front(), each), QString::fromStdString(each));
    }
    m_device->setCurrentIndex(std::max(0, m_device->findData(device)));
    m_device->setVisible(m_device->count() > 1);
    std::set<int> batches;
    for (const auto& source : m_sources) {
        for (const auto& row : source.rows)
            batches.insert(row.batch);
    }
    const QVariant batch = m_batch->currentData();
    m_batch->clear();
    for (const int each : batches)
        m_batch->addItem(Tr::tr("Batch size %1").arg(QLocale().toString(each)), each);
    m_batch->setCurrentIndex(std::max(0, m_batch->findData(batch)));
    fillDataTypes();
}

void ComparePage::fillDataTypes()
{
    std::set<core::DataType> types;
    for (const auto& source : m_sources) {
        for (const auto& row : source.rows)
            types.insert(row.setting.dtype);
    }
    const QVariant chosen = m_dataType->currentData();
    m_dataType->clear();
    for (const auto type : types)
        m_dataType->addItem(dataTypeName(type), static_cast<int>(type));
    if (!m_sources.empty())
        m_dataType->setCurrentIndex(m_dataType->findData(shownType(m_sources.front(), chosen)));
    m_dataType->setVisible(m_dataType->count() > 1);
}

/// Per engine that the base has: no compile and its first compiled mode; more would not be told apart.
std::vector<core::Variant> ComparePage::shownVariants() const
{
    std::vector<core::Variant> shown;
    for (const auto& variant : variantsOf(m_sources.front())) {
        const auto isSameKind = [&](const core::Variant& other) {
            return other.engine == variant.engine
                && (other == core::baselineOf(other)) == (variant == core::baselineOf(variant));
        };
        if (std::none_of(shown.begin(), shown.end(), isSameKind))
            shown.push_back(variant);
    }
    return shown;
}

/// What a source calls the device chosen; empty where it has none to compare.
std::string ComparePage::deviceIn(std::size_t source) const
{
    const auto base = m_device->currentData().toString().toStdString();
    const auto& both = m_model.compared();
    if (source == 0 || !both)
        return base;
    for (const auto& cell : both->comparison.cells) {
        if (cell.key.device == base && cell.rows[source])
            return core::placeOf(m_sources[source].rows[*cell.rows[source]].setting);
    }
    return {};
}

ChartKind ComparePage::chartKind() const
{
    return static_cast<ChartKind>(m_kind->currentData().toInt());
}

TableChartOptions ComparePage::chartOptions() const
{
    TableChartOptions options;
    options.batch = m_batch->currentData().toInt();
    options.dtype = static_cast<core::DataType>(m_dataType->currentData().toInt());
    options.variants = shownVariants();
    options.hasMissing = m_missing->isChecked();
    return options;
}

BarChart ComparePage::makeChart() const
{
    std::vector<ChartedTable> charted;
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        const auto& source = m_sources[i];
        charted.push_back(
            {&source, QString::fromStdString(source.label.empty() ? source.id : source.label), deviceIn(i)});
    }
    auto chart = tableChart(chartKind(), charted, chartOptions());
    if (chart.groups.empty() && !m_missing->isChecked())
        chart.text.subtitle = Tr::tr("Nothing has a time in every source at this batch size and data type. "
                                     "“Show missing” adds what has one in some.");
    return chart;
}

void ComparePage::redraw()
{
    if (!m_sources.empty())
        m_chart->setChart(makeChart());
}

void ComparePage::copyMarkdown()
{
    std::vector<int> rows;
    for (int i = 0; i < m_sorted.rowCount(); ++i)
        rows.push_back(m_sorted.mapToSource(m_sorted.index(i, 0)).row());
    QGuiApplication::clipboard()->setText(
        differencesText() + QStringLiteral("\n\n") + m_model.markdown(rows));
    emit announced(Tr::tr("The table was copied as Markdown."));
}

void ComparePage::showError(const core::Error& error)
{
    m_stack->setCurrentIndex(1);
    m_banner->showMessage([error] { return errorText(error); });
}

void ComparePage::onLanguageChanged()
{
    m_model.retranslate();
    fillChips();
    fillSelectors();
    redraw();
}

} // namespace inferometer::ui
