// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/words.h"

#include <QFont>
#include <QLocale>
#include <QObject>
#include <QTranslator>

#include <memory>
#include <span>

namespace inferometer::ui {

enum class LanguageChoice { System, English, Japanese };

/// A language that the window speaks: its texts are in translations/inferometer_<code>.ts.
struct SpokenLanguage {
    LanguageChoice choice;
    const char* code;
    const char* name; ///< in itself, UTF-8
    QLocale::Language language;
    QLocale::Territory territory; ///< whose way to write numbers and dates it takes
};
std::span<const SpokenLanguage> spokenLanguages();

/// Texts and number formats of the program. Applying a choice sends LanguageChange to every widget.
class Language : public QObject {
    Q_OBJECT

public:
    explicit Language(QObject* parent = nullptr);
    ~Language() override;

    void apply(LanguageChoice choice);
    LanguageChoice choice() const { return m_choice; }
    LanguageChoice spoken() const { return m_spoken; } ///< never System
    /// To be called when the program's font has changed: what the desktop changed is kept in every language.
    void followFont();

    /// True when a font of the system has Japanese glyphs.
    static bool hasJapaneseFont();

signals:
    void changed();

private:
    friend class ScopedLanguage;
    struct Texts;

    void install(LanguageChoice spoken, const QLocale& locale);
    void remove();
    void setFont();

    LanguageChoice m_choice = LanguageChoice::System;
    LanguageChoice m_spoken = LanguageChoice::English;
    QLocale m_locale;
    QFont m_systemFont;
    QFont m_font; ///< as it was set last
    std::unique_ptr<Texts> m_texts;
};

/// Another language for as long as this lives, without telling the widgets: a chart is drawn in it, the
/// window stays as it is. Lives within one function of the GUI thread.
class ScopedLanguage {
public:
    ScopedLanguage(Language& language, LanguageChoice choice);
    ~ScopedLanguage();
    ScopedLanguage(const ScopedLanguage&) = delete;
    ScopedLanguage& operator=(const ScopedLanguage&) = delete;

private:
    Language& m_language;
    LanguageChoice m_spokenBefore;
    QLocale m_previous;
    QObject m_silencer;
};

/// The font with a Japanese family added, so that Han characters take their Japanese forms.
QFont withJapanese(QFont font);
/// The program's font for a PDF. Qt's PDFs draw the digits of Noto Sans CJK so that they can be neither found
/// nor copied: letters and digits are those of another font where one is installed.
QFont paperFont();

} // namespace inferometer::ui

template <> struct inferometer::core::Words<inferometer::ui::LanguageChoice> {
    static constexpr std::array all{
        Word<ui::LanguageChoice>{ui::LanguageChoice::System, "system"},
        Word<ui::LanguageChoice>{ui::LanguageChoice::English, "en"},
        Word<ui::LanguageChoice>{ui::LanguageChoice::Japanese, "ja"},
    };
};
