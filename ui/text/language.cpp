// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/language.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QLibraryInfo>

namespace inferometer::ui {

namespace {

/// Swallows the application's announcement of a new language.
class Silencer final : public QObject {
public:
    bool eventFilter(QObject*, QEvent* event) override { return event->type() == QEvent::LanguageChange; }
};

bool systemSpeaksJapanese()
{
    const auto languages = QLocale::system().uiLanguages();
    return !languages.isEmpty() && QLocale(languages.first()).language() == QLocale::Japanese;
}

} // namespace

struct Language::Texts {
    QTranslator own;
    QTranslator qt;
};

Language::Language(QObject* parent)
    : QObject(parent)
    , m_systemFont(QApplication::font())
{
}

Language::~Language()
{
    remove();
}

bool Language::hasJapaneseFont()
{
    return !QFontDatabase::families(QFontDatabase::Japanese).isEmpty();
}

void Language::apply(LanguageChoice choice)
{
    m_choice = choice;
    const bool isJapanese =
        choice == LanguageChoice::Japanese || (choice == LanguageChoice::System && systemSpeaksJapanese());
    // A system that speaks neither language still decides how numbers look.
    const QLocale locale = choice == LanguageChoice::System ? QLocale::system()
        : isJapanese                                        ? QLocale(QLocale::Japanese, QLocale::Japan)
                     : QLocale(QLocale::English, QLocale::UnitedStates);
    remove();
    QApplication::setFont(isJapanese ? withJapanese(m_systemFont) : m_systemFont);
    install(isJapanese, locale);
    emit changed();
}

void Language::install(bool isJapanese, const QLocale& locale)
{
    m_isJapanese = isJapanese;
    m_locale = locale;
    QLocale::setDefault(locale);
    m_texts = std::make_unique<Texts>();
    const QString code = isJapanese ? QStringLiteral("ja") : QStringLiteral("en");
    // Qt's own texts first: the announcement comes with the last installation, when all texts are there.
    const Silencer silencer;
    qApp->installEventFilter(const_cast<Silencer*>(&silencer));
    if (isJapanese
        && m_texts->qt.load(QStringLiteral("qtbase_ja"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_texts->qt);
    qApp->removeEventFilter(const_cast<Silencer*>(&silencer));
    if (m_texts->own.load(QStringLiteral(":/i18n/inferometer_%1.qm").arg(code)))
        QCoreApplication::installTranslator(&m_texts->own);
}

void Language::remove()
{
    if (!m_texts || !qApp)
        return;
    Silencer silencer;
    qApp->installEventFilter(&silencer);
    QCoreApplication::removeTranslator(&m_texts->own);
    QCoreApplication::removeTranslator(&m_texts->qt);
    qApp->removeEventFilter(&silencer);
    m_texts.reset();
}

ScopedLanguage::ScopedLanguage(Language& language, LanguageChoice choice)
    : m_language(language)
    , m_wasJapanese(language.m_isJapanese)
    , m_previous(language.m_locale)
{
    const bool isJapanese =
        choice == LanguageChoice::Japanese || (choice == LanguageChoice::System && language.m_isJapanese);
    if (choice == LanguageChoice::System)
        return;
    Silencer silencer;
    qApp->installEventFilter(&silencer);
    m_language.remove();
    m_language.install(isJapanese,
        isJapanese ? QLocale(QLocale::Japanese, QLocale::Japan)
                   : QLocale(QLocale::English, QLocale::UnitedStates));
    qApp->removeEventFilter(&silencer);
}

ScopedLanguage::~ScopedLanguage()
{
    if (m_language.m_isJapanese == m_wasJapanese && m_language.m_locale == m_previous)
        return;
    Silencer silencer;
    qApp->installEventFilter(&silencer);
    m_language.remove();
    m_language.install(m_wasJapanese, m_previous);
    qApp->removeEventFilter(&silencer);
}

QFont withJapanese(QFont font)
{
    QStringList families = font.families();
    if (families.isEmpty())
        families << font.family();
    const QString japanese = QStringLiteral("Noto Sans CJK JP");
    if (!families.contains(japanese))
        families << japanese;
    font.setFamilies(families);
    return font;
}

} // namespace inferometer::ui
