// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/process_facts.h"

#include "core/base/files.h"
#include "core/base/numbers.h"
#include "core/base/text.h"

#include <unistd.h>

namespace inferometer::core {

std::optional<ProcessFacts> processFacts(int process)
{
    const auto text = readSystemFile("/proc/" + std::to_string(process) + "/stat");
    // "1234 (name) S parent group session ...": the name may hold anything, so fields count from its last
    // bracket.
    const auto nameEnd = text.rfind(')');
    if (nameEnd == std::string::npos)
        return std::nullopt;
    const auto fields = split(std::string_view(text).substr(nameEnd + 1), ' ');
    constexpr std::size_t stateField = 0;
    constexpr std::size_t parentField = 1;
    constexpr std::size_t sessionField = 3;
    constexpr std::size_t startField = 19;
    if (fields.size() <= startField)
        return std::nullopt;
    const auto parent = integerFrom(fields[parentField]);
    const auto session = integerFrom(fields[sessionField]);
    const auto start = integerFrom(fields[startField]);
    if (!parent || !session || !start)
        return std::nullopt;
    return ProcessFacts{process, static_cast<int>(*parent), static_cast<int>(*session),
        fields[stateField].front(), static_cast<std::uint64_t>(*start)};
}

namespace {

std::vector<ProcessFacts> livingProcesses()
{
    std::vector<ProcessFacts> found;
    std::error_code failure;
    for (std::filesystem::directory_iterator entry("/proc", failure);
         !failure && entry != std::filesystem::directory_iterator(); entry.increment(failure)) {
        const auto process = integerFrom(entry->path().filename().string());
        const auto facts = process ? processFacts(static_cast<int>(*process)) : std::nullopt;
        if (facts && facts->state != 'Z' && facts->state != 'X')
            found.push_back(*facts);
    }
    return found;
}

} // namespace

std::vector<ProcessFacts> processesOfSession(int session)
{
    auto processes = livingProcesses();
    std::erase_if(processes, [&](const ProcessFacts& facts) { return facts.session != session; });
    return processes;
}

std::vector<int> descendantsOf(int ancestor)
{
    const auto processes = livingProcesses();
    std::vector<int> found;
    const auto addChildren = [&](int parent) {
        for (const auto& facts : processes) {
            if (facts.parent == parent)
                found.push_back(facts.process);
        }
    };
    addChildren(ancestor);
    for (std::size_t i = 0; i < found.size(); ++i)
        addChildren(found[i]);
    return found;
}

std::string ownProcessMark()
{
    const auto facts = processFacts(::getpid());
    return std::to_string(::getpid()) + "-" + std::to_string(facts ? facts->startTime : 0);
}

bool isAlive(const std::string& processMark)
{
    const auto parts = split(processMark, '-');
    const auto process = parts.size() == 2 ? integerFrom(parts[0]) : std::nullopt;
    const auto facts = process ? processFacts(static_cast<int>(*process)) : std::nullopt;
    return facts && std::to_string(facts->startTime) == parts[1];
}

} // namespace inferometer::core
