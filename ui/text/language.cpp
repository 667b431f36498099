// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/language.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QLibraryInfo>

#include <algorithm>
#include <array>

namespace inferometer::ui {

namespace {

/// Swallows the application's announcement of a new language.
class Silencer final : public QObject {
public:
    bool eventFilter(QObject*, QEvent* event) override { return event->type() == QEvent::LanguageChange; }
};

/// The first one is spoken where nothing else fits.
constexpr std::array languages{
    SpokenLanguage{LanguageChoice::English, "en", "English", QLocale::English, QLocale::UnitedStates},
    SpokenLanguage{LanguageChoice::Japanese, "ja", "日本語", QLocale::Japanese, QLocale::Japan},
};

template <typename Condition> const SpokenLanguage& languageWhere(Condition isMeant)
{
    const auto found = std::find_if(languages.begin(), languages.end(), isMeant);
    return found == languages.end() ? languages.front() : *found;
}

const SpokenLanguage& languageOfSystem()
{
    const auto wanted = QLocale::system().uiLanguages();
    const auto first = wanted.isEmpty() ? QLocale::English : QLocale(wanted.first()).language();
    return languageWhere([&](const SpokenLanguage& each) { return each.language == first; });
}

const SpokenLanguage& languageOf(LanguageChoice choice)
{
    return choice == LanguageChoice::System
        ? languageOfSystem()
        : languageWhere([&](const SpokenLanguage& each) { return each.choice == choice; });
}

QLocale localeOf(const SpokenLanguage& language)
{
    return QLocale(language.language, language.territory);
}

} // namespace

std::span<const SpokenLanguage> spokenLanguages()
{
    return languages;
}

struct Language::Texts {
    QTranslator own;
    QTranslator qt;
};

Language::Language(QObject* parent)
    : QObject(parent)
    , m_systemFont(QApplication::font())
    , m_font(m_systemFont)
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
    const auto& language = languageOf(choice);
    // A system whose language is not spoken here still decides how numbers look.
    const QLocale locale = choice == LanguageChoice::System ? QLocale::system() : localeOf(language);
    remove();
    m_spoken = language.choice;
    setFont();
    install(language.choice, locale);
    emit changed();
}

void Language::followFont()
{
    if (QApplication::font() == m_font) // the announcement of this object's own change, which comes later
        return;
    m_systemFont = QApplication::font();
    setFont();
}

/// A font that is never set is Qt's to keep up with the desktop's.
void Language::setFont()
{
    m_font = m_spoken == LanguageChoice::Japanese ? withJapanese(m_systemFont) : m_systemFont;
    if (QApplication::font() != m_font)
        QApplication::setFont(m_font);
}

void Language::install(LanguageChoice spoken, const QLocale& locale)
{
    m_spoken = spoken;
    m_locale = locale;
    QLocale::setDefault(locale);
    m_texts = std::make_unique<Texts>();
    const QString code = QString::fromLatin1(languageOf(spoken).code);
    // Qt's own texts first: the announcement comes with the last installation, when all texts are there.
    const Silencer silencer;
    qApp->installEventFilter(const_cast<Silencer*>(&silencer));
    if (m_texts->qt.load(
            QStringLiteral("qtbase_%1").arg(code), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
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
    , m_spokenBefore(language.m_spoken)
    , m_previous(language.m_locale)
{
    if (choice == LanguageChoice::System)
        return;
    Silencer silencer;
    qApp->installEventFilter(&silencer);
    m_language.remove();
    m_language.install(choice, localeOf(languageOf(choice)));
    qApp->removeEventFilter(&silencer);
}

ScopedLanguage::~ScopedLanguage()
{
    if (m_language.m_spoken == m_spokenBefore && m_language.m_locale == m_previous)
        return;
    Silencer silencer;
    qApp->installEventFilter(&silencer);
    m_language.remove();
    m_language.install(m_spokenBefore, m_previous);
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

QFont paperFont()
{
    QFont font = QApplication::font();
    const QStringList installed = QFontDatabase::families();
    for (const char* name : {"DejaVu Sans", "Liberation Sans", "Noto Sans"}) {
        if (installed.contains(QLatin1String(name))) {
            font.setFamilies({QLatin1String(name)});
            break;
        }
    }
    return withJapanese(font);
}

} // namespace inferometer::ui
