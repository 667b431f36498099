// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/import_words.h"

#include "core/base/text.h"
#include "core/study/note_codes.h"
#include "core/study/phrases.h"

#include <algorithm>
#include <array>

namespace inferometer::core {
namespace {

template <typename Enum, std::size_t Size>
Result<Enum> understood(std::string_view text, Enum otherwise, const std::array<Word<Enum>, Size>& others,
    const std::string& what)
{
    const auto word = lowerCase(trimmed(text));
    if (word.empty())
        return otherwise;
    if (const auto known = fromWord<Enum>(word))
        return *known;
    for (const auto& other : others) {
        if (other.word == word)
            return other.value;
    }
    return Error{ErrorCode::FileInvalid, "'" + oneLine(text, 60) + "' is no " + what + "."};
}

constexpr std::array modes{
    Word<CompileMode>{CompileMode::None, "eager"},
    Word<CompileMode>{CompileMode::None, "no compile"},
    Word<CompileMode>{CompileMode::None, "no-compile"},
    Word<CompileMode>{CompileMode::None, "uncompiled"},
    Word<CompileMode>{CompileMode::None, "false"},
    Word<CompileMode>{CompileMode::Default, "compile"},
    Word<CompileMode>{CompileMode::Default, "compiled"},
    Word<CompileMode>{CompileMode::Default, "true"},
};

constexpr std::array types{
    Word<DataType>{DataType::Float32, "fp32"},
    Word<DataType>{DataType::Float32, "torch.float32"},
    Word<DataType>{DataType::Float16, "fp16"},
    Word<DataType>{DataType::Float16, "half"},
    Word<DataType>{DataType::Float16, "torch.float16"},
    Word<DataType>{DataType::BFloat16, "bf16"},
    Word<DataType>{DataType::BFloat16, "torch.bfloat16"},
};

constexpr std::array engines{
    Word<Engine>{Engine::Cpp, "c++"},
    Word<Engine>{Engine::Cpp, "libtorch"},
    Word<Engine>{Engine::Python, "pytorch"},
    Word<Engine>{Engine::Python, "torch"},
};

bool isNamed(const CatalogModel& model, const std::string& name)
{
    const auto wanted = lowerCase(name);
    return lowerCase(model.name) == wanted || lowerCase(model.hubId) == wanted
        || lowerCase(model.label) == wanted;
}

} // namespace

void nameModel(StudyRow& row, const std::string& name, const Catalog& catalog)
{
    row.model = row.label = oneLine(name, 200);
    const auto& models = catalog.models();
    const auto found = std::find_if(
        models.begin(), models.end(), [&](const CatalogModel& model) { return isNamed(model, name); });
    if (found == models.end())
        return;
    row.model = found->name;
    row.label = found->label;
    row.task = found->task;
    row.size = found->cost;
}

Result<CompileMode> importedMode(std::string_view word, CompileMode otherwise)
{
    return understood(word, otherwise, modes, "compile mode");
}

Result<DataType> importedType(std::string_view word, DataType otherwise)
{
    return understood(word, otherwise, types, "data type");
}

Result<Engine> importedEngine(std::string_view word, Engine otherwise)
{
    return understood(word, otherwise, engines, "engine");
}

void LeftOut::add(std::size_t line, const std::string& detail)
{
    if (m_count++ > 0)
        return;
    m_firstLine = line;
    m_firstDetail = detail;
}

Result<void> LeftOut::settle(StudyTable& table) const
{
    if (table.rows.empty()) {
        return m_count == 0 ? Error{ErrorCode::FileInvalid, Note{"table-without-rows", {}}}
                            : Error{ErrorCode::FileInvalid, Note{"table-rows-unread", {m_firstDetail}}};
    }
    if (m_count > 0) {
        table.notes.push_back(phrase(codes::importedRowsLeftOut,
            {std::to_string(m_count), std::to_string(m_firstLine), m_firstDetail}));
    }
    return {};
}

StudyTable importedTable(const std::string& source)
{
    StudyTable table;
    table.kind = SourceKind::Imported;
    table.label = table.source = oneLine(source, 200);
    table.notes.push_back(phrase(codes::importedFrom, {table.source}));
    return table;
}

} // namespace inferometer::core
