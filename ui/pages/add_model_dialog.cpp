// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/add_model_dialog.h"

#include "ui/pages/model_words.h"
#include "ui/pages/trial_text.h"
#include "ui/run/background.h"
#include "ui/text/error_text.h"
#include "ui/text/names.h"
#include "ui/text/note_text.h"
#include "ui/text/tr.h"
#include "ui/widgets/looks.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace inferometer::ui {

namespace {

constexpr int maxPixels = 4096;

} // namespace

AddModelDialog::AddModelDialog(const Services& services, const QString& word, QWidget* parent)
    : QDialog(parent)
    , m_services(services)
    , m_word(new QLineEdit(word))
    , m_label(new QLineEdit)
    , m_task(new QComboBox)
    , m_imageSize(new QSpinBox)
    , m_download(new QCheckBox(Tr::tr("&Download it from the Hugging Face hub where it is not here")))
    , m_allow(new QCheckBox(Tr::tr("&Run the code in this file; I trust it")))
    , m_facts(makeLabel())
    , m_stepNow(makeLabel("muted"))
    , m_busy(new QProgressBar)
    , m_problem(makeLabel("error"))
    , m_log(new QPlainTextEdit)
    , m_folder(new QPushButton(Tr::tr("F&older…")))
    , m_file(new QPushButton(Tr::tr("&File…")))
    , m_prepare(makePrimary())
    , m_add(new QPushButton)
{
    setWindowTitle(Tr::tr("Add model"));
    build();
    connectParts();
    showState();
}

AddModelDialog::AddModelDialog(const Services& services, const core::OwnModel& known, QWidget* parent)
    : AddModelDialog(services, wordOf(known.source), parent)
{
    setWindowTitle(Tr::tr("Edit model"));
    m_isKnown = true;
    m_model = known;
    m_label->setText(QString::fromStdString(known.label));
    m_task->setCurrentIndex(m_task->findData(static_cast<int>(known.task)));
    m_hasChosenTask = true;
    m_imageSize->setValue(known.imageSize.value_or(0));
    m_allow->setChecked(known.isAllowed());
    showState();
}

void AddModelDialog::build()
{
    auto* layout = new QVBoxLayout(this);
    auto* help = makeLabel("muted");
    help->setText(Tr::tr("timm:NAME, an id of the Hugging Face hub, a folder in the hub's layout, "
                         "FILE.py:FUNCTION, or an exported program (.pt2). A folder or a file can be dropped "
                         "here."));
    layout->addWidget(help);
    auto* form = new QFormLayout;
    buildForm(form);
    layout->addLayout(form);
    auto* rule = makeLabel("muted");
    rule->setText(
        Tr::tr("Image and batch sizes are chosen with the run. Example inputs that a model brings are "
               "repeated to the batch size; the first dimension of the first input counts as the "
               "batch."));
    layout->addWidget(rule);
    layout->addWidget(m_download);
    layout->addWidget(m_allow);
    layout->addWidget(m_facts);
    layout->addWidget(m_problem);
    m_log->setReadOnly(true);
    m_log->setAccessibleName(Tr::tr("Log"));
    m_log->setMaximumHeight(unit(this, 10));
    layout->addWidget(m_log);
    layout->addWidget(m_stepNow);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setAccessibleName(Tr::tr("Preparing…"));
    layout->addWidget(m_busy);
    m_problem->hide();
    m_log->hide();
    buildButtons();
    setAcceptDrops(true);
    m_download->setChecked(m_services.settings.allowsDownload);
    m_allow->setObjectName(QStringLiteral("allow"));
}

void AddModelDialog::buildForm(QFormLayout* form)
{
    auto* row = new QHBoxLayout;
    row->addWidget(m_word, 1);
    row->addWidget(m_folder);
    row->addWidget(m_file);
    auto* title = new QLabel(Tr::tr("&Model"));
    title->setBuddy(m_word);
    form->addRow(title, row);
    form->addRow(Tr::tr("&Label"), m_label);
    form->addRow(Tr::tr("&Task"), m_task);
    form->addRow(Tr::tr("&Image size"), m_imageSize);
    m_word->setMinimumWidth(unit(this, 24));
    m_word->setAccessibleName(Tr::tr("Model"));
    m_label->setPlaceholderText(Tr::tr("as the model is called"));
    for (const auto& task : core::Words<core::Task>::all)
        m_task->addItem(taskName(task.value), static_cast<int>(task.value));
    m_task->setCurrentIndex(m_task->findData(static_cast<int>(core::Task::Other)));
    m_imageSize->setRange(0, maxPixels);
    m_imageSize->setSpecialValueText(Tr::tr("as the model was made for"));
}

void AddModelDialog::buildButtons()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_prepare->setText(Tr::tr("&Prepare"));
    m_prepare->setToolTip(Tr::tr("Loads the model and captures its graph, as a run will do"));
    buttons->addButton(m_prepare, QDialogButtonBox::ActionRole);
    buttons->addButton(m_add, QDialogButtonBox::ActionRole);
    layout()->addWidget(buttons);
    connect(m_prepare, &QPushButton::clicked, this, [this] { begin(true); });
    connect(m_add, &QPushButton::clicked, this, [this] { m_trial ? keep() : begin(false); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void AddModelDialog::connectParts()
{
    constexpr int look_ms = 100;
    m_look.setInterval(look_ms);
    connect(&m_look, &QTimer::timeout, this, &AddModelDialog::showReading);
    connect(m_folder, &QPushButton::clicked, this, [this] { choose(true); });
    connect(m_file, &QPushButton::clicked, this, [this] { choose(false); });
    connect(m_word, &QLineEdit::textChanged, this, &AddModelDialog::forget);
    connect(m_imageSize, &QSpinBox::valueChanged, this, &AddModelDialog::forget);
    connect(m_allow, &QCheckBox::toggled, this, &AddModelDialog::forget);
    connect(m_task, &QComboBox::activated, this, [this] { m_hasChosenTask = true; });
    auto* controller = &m_services.controller;
    connect(controller, &RunController::stateChanged, this, &AddModelDialog::showState);
    connect(controller, &RunController::modelTried, this, &AddModelDialog::onTried);
    connect(controller, &RunController::progressed, this, [this](const core::Progress& progress) {
        if (m_step == Step::Preparing)
            m_stepNow->setText(stepName(progress.step));
    });
}

void AddModelDialog::choose(bool isFolder)
{
    auto* dialog = new QFileDialog(this, isFolder ? Tr::tr("Folder of a model") : Tr::tr("File of a model"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::ShowDirsOnly, isFolder);
    if (!isFolder)
        dialog->setNameFilter(Tr::tr("Models (*.pt2 *.py)"));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString& path) { m_word->setText(modelWord(path)); });
    dialog->open();
}

void AddModelDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (!m_isKnown && m_step == Step::Idle && !modelFileIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void AddModelDialog::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    m_word->setText(modelWord(modelFileIn(event->mimeData())));
}

void AddModelDialog::showState()
{
    const auto word = m_word->text().trimmed();
    const bool isCode = wordRunsCode(word);
    const bool isIdle = m_step == Step::Idle;
    const bool isComplete = !word.isEmpty() && (!isCode || m_allow->isChecked());
    const bool isRunning = m_services.controller.isRunning();
    m_allow->setVisible(isCode);
    m_download->setVisible(!isCode && !word.isEmpty() && !QFileInfo(word).isDir());
    for (QWidget* part : std::initializer_list<QWidget*>{m_word, m_folder, m_file})
        part->setEnabled(isIdle && !m_isKnown);
    for (QWidget* part : std::initializer_list<QWidget*>{m_label, m_task, m_imageSize, m_allow, m_download})
        part->setEnabled(isIdle);
    m_prepare->setEnabled(isIdle && isComplete && !isRunning);
    m_add->setEnabled(isIdle && isComplete);
    m_add->setText(m_isKnown ? (m_trial ? Tr::tr("&Save") : Tr::tr("&Save unprepared"))
                             : (m_trial ? Tr::tr("&Add") : Tr::tr("&Add unprepared")));
    m_busy->setVisible(!isIdle);
    m_facts->setVisible(m_trial.has_value());
    if (isIdle)
        m_stepNow->setText(
            isRunning ? Tr::tr("A run is under way; preparing a model would disturb it.") : QString());
    m_stepNow->setVisible(!m_stepNow->text().isEmpty());
}

void AddModelDialog::forget()
{
    m_trial.reset();
    m_problem->hide();
    m_log->hide();
    showState();
}

/// Looking at a model reads all of it.
void AddModelDialog::begin(bool isTried)
{
    forget();
    m_step = Step::Examining;
    m_examination = std::stop_source(); // fresh for each: an early stop is never lost
    const auto percent = std::make_shared<std::atomic<int>>(0);
    m_percent = percent;
    m_look.start();
    showReading();
    showState();
    m_services.background.askSlowly(
        this,
        [&backend = m_services.backend, word = m_word->text().trimmed().toStdString(), isKnown = m_isKnown,
            known = m_model, percent,
            own = m_examination](const std::stop_token& stop) -> core::Result<core::OwnModel> {
            auto ending = own;
            const std::stop_callback whenClosed(stop, [&ending] { ending.request_stop(); });
            const core::Reading reading{ending.get_token(),
                [percent](double share) { percent->store(static_cast<int>(share * 100)); }};
            if (!isKnown)
                return backend.examineModel(word, reading);
            auto model = known;
            const auto read = core::refresh(model, reading);
            return read ? core::Result<core::OwnModel>(model) : read.error();
        },
        [this, isTried, number = ++m_examinations](core::Result<core::OwnModel> examined) {
            if (number == m_examinations)
                onExamined(std::move(examined), isTried);
        });
}

/// Nothing is known of it before the first part was read.
void AddModelDialog::showReading()
{
    const int percent = m_percent ? m_percent->load() : 0;
    m_busy->setRange(0, percent > 0 ? 100 : 0);
    m_busy->setValue(percent);
    m_stepNow->setText(percent > 0
            ? Tr::tr("Reading the model: %1").arg(QLocale().toString(percent) + QLatin1Char('%'))
            : Tr::tr("Reading the model…"));
}

void AddModelDialog::onExamined(core::Result<core::OwnModel> examined, bool isTried)
{
    if (m_step != Step::Examining)
        return; // cancelled meanwhile
    endReading();
    if (!examined)
        return refuse(examined.error());
    m_model = *std::move(examined);
    if (!m_hasChosenTask)
        m_task->setCurrentIndex(m_task->findData(static_cast<int>(m_model.task)));
    takeWords();
    if (isTried)
        tryIt();
    else
        keep();
}

void AddModelDialog::tryIt()
{
    if (m_services.controller.isRunning())
        return showState();
    m_step = Step::Preparing;
    m_stepNow->setText(Tr::tr("Preparing…"));
    m_services.controller.tryModel(
        {m_model, m_services.settings.image.toStdString(), m_download->isChecked()});
    showState();
}

void AddModelDialog::onTried(const core::Result<core::TrialEnd>& end)
{
    if (m_step != Step::Preparing)
        return;
    m_step = Step::Idle;
    if (!end) {
        if (end.error().code != core::ErrorCode::Cancelled)
            return refuse(end.error());
        return showState();
    }
    if (const auto* failure = std::get_if<core::WorkerFailure>(&end.value()))
        return showFailure(*failure);
    m_trial = std::get<core::ModelTrial>(end.value());
    m_model.parameters = m_trial->parameters;
    if (!m_hasChosenTask && m_trial->task)
        m_task->setCurrentIndex(m_task->findData(static_cast<int>(*m_trial->task)));
    m_facts->setText(trialText(*m_trial));
    showState();
}

/// Why the model cannot be measured, and all that the worker said of it.
void AddModelDialog::showFailure(const core::WorkerFailure& failure)
{
    const QString detail = QString::fromStdString(failure.detail);
    m_problem->setText(
        noteText(failure.reason) + (detail.isEmpty() ? QString() : QLatin1Char('\n') + detail));
    m_problem->show();
    m_log->setPlainText(QString::fromStdString(failure.log));
    m_log->setVisible(!failure.log.empty());
    showState();
}

/// What the user says of the model.
void AddModelDialog::takeWords()
{
    if (const auto label = m_label->text().trimmed(); !label.isEmpty())
        m_model.label = label.toStdString();
    m_model.task = static_cast<core::Task>(m_task->currentData().toInt());
    m_model.imageSize = m_imageSize->value() > 0 ? std::optional(m_imageSize->value()) : std::nullopt;
    const bool isAllowed = core::runsCode(m_model.source.kind) && m_allow->isChecked();
    m_model.allowedSha256 = isAllowed ? m_model.source.sha256 : std::string();
}

void AddModelDialog::keep()
{
    takeWords();
    auto& backend = m_services.backend;
    const auto kept = m_isKnown ? backend.changeModel(m_model) : backend.addModel(m_model);
    if (!kept)
        return refuse(kept.error());
    accept();
}

void AddModelDialog::refuse(const core::Error& error)
{
    m_problem->setText(errorText(error));
    m_problem->show();
    showState();
}

void AddModelDialog::reject()
{
    if (m_step == Step::Idle)
        return QDialog::reject();
    if (m_step == Step::Preparing)
        m_services.controller.stopNow();
    else
        endReading();
    showState();
}

void AddModelDialog::endReading()
{
    m_examination.request_stop(); // without effect on one that has ended
    m_look.stop();
    m_busy->setRange(0, 0);
    m_step = Step::Idle;
}

} // namespace inferometer::ui
