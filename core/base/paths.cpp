// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/paths.h"

#include <cstdlib>
#include <pwd.h>
#include <unistd.h>
#include <vector>

namespace inferometer::core {

namespace fs = std::filesystem;

namespace {

std::optional<fs::path> homeFolder(const Variables& variable)
{
    if (const auto home = variable("HOME"))
        return fs::path(*home);
    std::vector<char> buffer(16384);
    passwd entry{};
    passwd* found = nullptr;
    ::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found);
    return found && found->pw_dir && *found->pw_dir ? std::optional<fs::path>(found->pw_dir) : std::nullopt;
}

/// The XDG specification: a value that is not absolute is to be ignored.
std::optional<fs::path> absoluteFrom(const Variables& variable, const char* name)
{
    const auto value = variable(name);
    return value && fs::path(*value).is_absolute() ? std::optional<fs::path>(*value) : std::nullopt;
}

/// The order of the Hugging Face libraries: HF_HUB_CACHE, HF_HOME/hub, XDG_CACHE_HOME/huggingface/hub, the
/// default.
fs::path hubFolder(const Variables& variable, const fs::path& cacheHome)
{
    if (const auto folder = variable("HF_HUB_CACHE"))
        return *folder;
    if (const auto folder = variable("HF_HOME"))
        return fs::path(*folder) / "hub";
    return cacheHome / "huggingface" / "hub";
}

fs::path programFolder()
{
    std::error_code failure;
    const auto program = fs::read_symlink("/proc/self/exe", failure);
    return failure ? fs::path(".") : program.parent_path();
}

/// The installed place where it exists, else the folder of the sources.
fs::path dataFolder(const fs::path& program, const char* name, const char* source)
{
    std::error_code ignored;
    const auto installed = (program / ".." / "share" / "inferometer" / name).lexically_normal();
    return fs::exists(installed, ignored) ? installed : fs::path(source);
}

/// LibTorch in the environment of a Python.
fs::path torchLibrariesOf(const fs::path& python)
{
    std::error_code failure;
    const auto libraries = python.parent_path().parent_path() / "lib";
    for (fs::directory_iterator entry(libraries, failure); !failure && entry != fs::directory_iterator();
         entry.increment(failure)) {
        const auto folder = entry->path() / "site-packages" / "torch" / "lib";
        std::error_code ignored;
        if (entry->path().filename().string().starts_with("python3") && fs::is_directory(folder, ignored))
            return folder;
    }
    return {};
}

/// The environment that inferometer-setup made last.
fs::path environmentPython(const Variables& variable)
{
    const auto home = homeFolder(variable);
    const auto cache = absoluteFrom(variable, "XDG_CACHE_HOME");
    if (!home && !cache)
        return {};
    return (cache ? *cache : *home / ".cache") / "inferometer" / "environment" / "bin" / "python";
}

} // namespace

std::optional<std::string> environmentVariable(const char* name)
{
    const char* value = std::getenv(name);
    return value && *value ? std::optional<std::string>(value) : std::nullopt;
}

Result<Paths> userPaths(const Variables& variable)
{
    const auto home = homeFolder(variable);
    auto data = absoluteFrom(variable, "XDG_DATA_HOME");
    auto cache = absoluteFrom(variable, "XDG_CACHE_HOME");
    auto settings = absoluteFrom(variable, "XDG_CONFIG_HOME");
    if (!home && (!data || !cache))
        return Error{ErrorCode::EnvironmentMissing, Note{"no-home-folder", {}}};
    if (!data)
        data = *home / ".local" / "share";
    if (!cache)
        cache = *home / ".cache";
    if (!settings)
        settings = home ? *home / ".config" : *data;
    return Paths{*data / "inferometer" / "runs", *cache / "inferometer" / "artifacts",
        hubFolder(variable, *cache), *settings / "inferometer" / "targets.json",
        *data / "inferometer" / "models.json"};
}

Tools findTools(const Variables& variable)
{
    const auto program = programFolder();
    const auto chosen = [&](const char* name, fs::path otherwise) {
        const auto value = variable(name);
        return value ? fs::path(*value) : std::move(otherwise);
    };
    constexpr std::string_view builtFor = INFEROMETER_DEFAULT_PYTHON; // empty in a package
    const auto python =
        chosen("INFEROMETER_PYTHON", builtFor.empty() ? environmentPython(variable) : fs::path(builtFor));
    const auto list = (program / ".." / "share" / "inferometer" / "requirements.lock").lexically_normal();
    const auto library = program / ".." / "lib" / "libinferometer_engine.so";
    return Tools{
        chosen("INFEROMETER_GUARD", program / "inferometer-guard"),
        chosen("INFEROMETER_RUNNER", program / "inferometer-runner"),
        chosen("INFEROMETER_ENGINE", library.lexically_normal()),
        chosen("INFEROMETER_WORKER", dataFolder(program, "inferometer_worker", INFEROMETER_WORKER_SOURCE)),
        python,
        chosen("INFEROMETER_RESOURCES", dataFolder(program, "resources", INFEROMETER_RESOURCES_SOURCE)),
        program / "inferometer",
        chosen("INFEROMETER_CLI", program / "inferometer-cli"),
        builtFor.empty() ? torchLibrariesOf(python) : fs::path(),
        builtFor.empty() ? list : fs::path(),
        builtFor.empty() ? program / "inferometer-setup" : fs::path(),
    };
}

void findEnvironment(Tools& tools)
{
    if (!tools.requirements.empty())
        tools.torchLibraries = torchLibrariesOf(tools.python);
}

} // namespace inferometer::core
