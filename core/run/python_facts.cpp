// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/python_facts.h"

#include "core/base/files.h"
#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/protocol/json.h"

#include <set>
#include <sys/stat.h>

namespace inferometer::core {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t maxBytes = 1u << 20;
constexpr const char* pythonFile = "environment.json";
constexpr const char* runnerFile = "runner.json";

struct KeptFacts {
    std::string stamp;
    Environment environment;
};

/// Inode, size and time of a file or folder.
std::string stampOf(const fs::path& path)
{
    struct stat facts { };
    if (::stat(path.c_str(), &facts) != 0)
        return "none;";
    return std::to_string(facts.st_ino) + " " + std::to_string(facts.st_size) + " "
        + std::to_string(facts.st_mtim.tv_sec) + "." + std::to_string(facts.st_mtim.tv_nsec) + ";";
}

/// lib/python3.X/site-packages beside an environment's bin/python.
std::optional<fs::path> packagesOf(const fs::path& python)
{
    std::error_code failure;
    const auto library = python.parent_path().parent_path() / "lib";
    for (fs::directory_iterator entry(library, failure); !failure && entry != fs::directory_iterator();
         entry.increment(failure)) {
        const auto packages = entry->path() / "site-packages";
        std::error_code ignored;
        if (entry->path().filename().string().starts_with("python3")
            && fs::exists(packages / "torch", ignored))
            return packages;
    }
    return std::nullopt;
}

/// The processor's name and flags: the environment may lie on a disk that several machines share.
std::string processorOf(const fs::path& systemRoot)
{
    const auto text = readSystemFile(systemRoot / "proc/cpuinfo");
    std::string facts;
    for (const auto& line : split(text.substr(0, text.find("\n\n")), '\n')) {
        if (line.starts_with("model name") || line.starts_with("flags"))
            facts += line;
    }
    return facts;
}

} // namespace

template <> struct Fields<KeptFacts> {
    static constexpr auto all = std::tuple{
        Field{"stamp", &KeptFacts::stamp, Presence::Required},
        Field{"environment", &KeptFacts::environment, Presence::Required},
    };
};

std::string workerDigest(const fs::path& worker)
{
    // What only talks, watches or measures changes no artefact.
    static const std::set<std::string> leftOut{
        "peer.py", "protocol.py", "life.py", "service.py", "environment.py"};
    std::set<fs::path> sources;
    std::error_code failure;
    for (fs::directory_iterator entry(worker, failure); !failure && entry != fs::directory_iterator();
         entry.increment(failure)) {
        if (entry->path().extension() == ".py" && !leftOut.contains(entry->path().filename().string()))
            sources.insert(entry->path());
    }
    Sha256 hash;
    for (const auto& source : sources) {
        const auto text = readFile(source, maxBytes);
        hash.add(source.filename().string() + "\n" + (text ? *text : std::string()) + "\n");
    }
    return hash.finish();
}

std::optional<std::string> pythonStamp(
    const fs::path& python, const fs::path& worker, const fs::path& systemRoot)
{
    const auto packages = packagesOf(python);
    if (!packages)
        return std::nullopt;
    auto text =
        python.string() + stampOf(python) + stampOf(*packages) + stampOf(*packages / "torch" / "version.py");
    text +=
        stampOf(python.parent_path().parent_path() / "pyvenv.cfg") + stampOf(worker) + workerDigest(worker);
    std::set<fs::path> versions;
    std::error_code failure;
    for (fs::directory_iterator entry(*packages, failure); !failure && entry != fs::directory_iterator();
         entry.increment(failure)) {
        if (entry->path().filename().string().starts_with("transformers-"))
            versions.insert(entry->path() / "METADATA");
    }
    for (const auto& version : versions)
        text += version.filename().string() + stampOf(version);
    for (const auto* compiler : {"/usr/bin/g++", "/usr/bin/c++", "/usr/local/bin/g++"})
        text += stampOf(compiler);
    return sha256(text + processorOf(systemRoot));
}

std::string runnerStamp(const fs::path& runner)
{
    return sha256(runner.string() + stampOf(runner));
}

namespace {

std::optional<Environment> readFacts(const fs::path& file, const std::string& stamp)
{
    const auto text = readFile(file, maxBytes);
    const auto json = text ? parseJson(*text, ErrorCode::FileInvalid) : Result<Json>(text.error());
    const auto facts =
        json ? fromJson<KeptFacts>(*json, ErrorCode::FileInvalid) : Result<KeptFacts>(json.error());
    return facts && facts->stamp == stamp ? std::optional(facts->environment) : std::nullopt;
}

Result<void> writeFacts(const fs::path& file, const std::string& stamp, const Environment& environment)
{
    return writeFileAtomically(file, toLine(writeJson(KeptFacts{stamp, environment})), Access::Private);
}

} // namespace

std::optional<Environment> readPythonFacts(const fs::path& cache, const std::string& stamp)
{
    return readFacts(cache / pythonFile, stamp);
}

Result<void> writePythonFacts(const fs::path& cache, const std::string& stamp, const Environment& facts)
{
    return writeFacts(cache / pythonFile, stamp, facts);
}

std::optional<Environment> readRunnerFacts(const fs::path& cache, const std::string& stamp)
{
    return readFacts(cache / runnerFile, stamp);
}

Result<void> writeRunnerFacts(const fs::path& cache, const std::string& stamp, const Environment& facts)
{
    return writeFacts(cache / runnerFile, stamp, facts);
}

} // namespace inferometer::core
