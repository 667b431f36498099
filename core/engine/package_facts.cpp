// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/package_facts.h"

#include "core/base/files.h"
#include "core/protocol/json.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <fstream>
#include <iterator>
#include <sstream>

#include <elf.h>
#include <sys/utsname.h>

namespace inferometer::engine {

using core::Outcome;
namespace reasons = core::reasons;

namespace {

constexpr int packageVersion = 1;
constexpr const char* factsName = "package.json";

/// Names of the compiler that the kernel spells in another way. An empty name says nothing about a machine.
struct FlagName {
    std::string_view compiler;
    std::string_view kernel;
};
constexpr std::array flagNames{
    FlagName{"avx512", "avx512f"},
    FlagName{"neon", "asimd"},
    FlagName{"invalid_vec_isa", ""},
    FlagName{"none", ""},
};

std::string kernelFlag(std::string word)
{
    std::ranges::transform(word, word.begin(), [](unsigned char letter) { return std::tolower(letter); });
    for (const auto& name : flagNames) {
        if (name.compiler == word)
            return std::string(name.kernel);
    }
    return word;
}

Failure stale(const std::string& what, const std::string& ofPackage, const std::string& here)
{
    return failure(Outcome::LoadFailed, reasons::stalePackage, {what, ofPackage, here});
}

/// A plain file name: nothing that leads out of the package's folder.
bool isPlainName(const std::string& name)
{
    return !name.empty() && name.find('/') == std::string::npos && name != "." && name != "..";
}

} // namespace

} // namespace inferometer::engine

namespace inferometer::core {

template <> struct Fields<engine::ConstantPlace> {
    static constexpr auto all = std::tuple{
        Field{"name", &engine::ConstantPlace::name, Presence::Required},
        Field{"from", &engine::ConstantPlace::from, Presence::Required},
        Field{"source", &engine::ConstantPlace::source, Presence::Required},
        Field{"device", &engine::ConstantPlace::device, Presence::Required},
        Field{"shape", &engine::ConstantPlace::shape, Presence::Required},
        Field{"strides", &engine::ConstantPlace::strides, Presence::Required},
    };
};

template <> struct Fields<engine::PackageFacts> {
    static constexpr auto all = std::tuple{
        Field{"so", &engine::PackageFacts::sharedObject, Presence::Required},
        Field{"num_threads_in_code", &engine::PackageFacts::threads},
        Field{"frozen", &engine::PackageFacts::isFrozen},
        Field{"metadata", &engine::PackageFacts::metadata, Presence::Required},
        Field{"constants", &engine::PackageFacts::constants, Presence::Required},
    };
};

} // namespace inferometer::core

namespace inferometer::engine {

Attempt<PackageFacts> readPackageFacts(const std::filesystem::path& folder)
{
    const auto damaged = [](const std::string& detail) {
        return failure(Outcome::LoadFailed, reasons::packageDamaged, {factsName}, detail);
    };
    const auto text = core::readFile(folder / factsName, core::maxLineBytes);
    if (!text && text.error().code == core::ErrorCode::FileNotFound)
        return failure(Outcome::LoadFailed, reasons::fileMissing, {factsName});
    const auto json = text ? core::parseJson(*text, core::ErrorCode::FileInvalid) : text.error();
    if (!json)
        return damaged(json.error().detail);
    if (!json->is_object() || json->value("version", core::Json()) != packageVersion)
        return damaged("The package has an unknown version.");
    auto facts = core::fromJson<PackageFacts>(*json, core::ErrorCode::FileInvalid, "file package.json");
    if (!facts)
        return damaged(facts.error().detail);
    if (!isPlainName(facts->sharedObject))
        return damaged("The package names a shared object outside of its folder.");
    return *std::move(facts);
}

Attempt<void> checkSharedObject(const std::filesystem::path& path)
{
    const auto name = path.filename().string();
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    std::ifstream file(path, std::ios::binary);
    if (error || !file)
        return failure(Outcome::LoadFailed, reasons::fileMissing, {name});

    Elf64_Ehdr header{};
    file.read(reinterpret_cast<char*>(&header), sizeof header);
    const auto isElf = file && std::memcmp(header.e_ident, ELFMAG, SELFMAG) == 0;
    // Linkers write the table of sections last.
    const auto tableBytes = std::uint64_t{header.e_shnum} * header.e_shentsize;
    if (!isElf || header.e_shoff == 0 || header.e_shoff > size || tableBytes > size - header.e_shoff)
        return failure(
            Outcome::LoadFailed, reasons::packageDamaged, {name}, "The shared object is not whole.");
    return {};
}

PackageHost thisHost()
{
    PackageHost host;
    utsname system{};
    if (uname(&system) == 0)
        host.machine = system.machine;
    std::ifstream info("/proc/cpuinfo");
    for (std::string line; std::getline(info, line);) {
        if (!line.starts_with("flags") && !line.starts_with("Features"))
            continue;
        std::istringstream words(line.substr(std::min(line.find(':') + 1, line.size())));
        host.processorFlags.insert(std::istream_iterator<std::string>(words), {});
        break;
    }
    return host;
}

Attempt<void> checkPackageSuits(const PackageFacts& facts, const PackageHost& host)
{
    const auto of = [&](const char* key) {
        const auto found = facts.metadata.find(key);
        return found == facts.metadata.end() ? std::string() : found->second;
    };
    if (const auto device = of("AOTI_DEVICE_KEY"); !device.empty() && device != host.device)
        return stale("device", device, host.device);
    if (const auto machine = of("AOTI_MACHINE"); !machine.empty() && machine != host.machine)
        return stale("machine", machine, host.machine);
    if (facts.threads && *facts.threads != host.threads)
        return stale("threads", std::to_string(*facts.threads), std::to_string(host.threads));
    if (host.device != "cpu") {
        const auto capability = of("AOTI_COMPUTE_CAPABILITY");
        if (!capability.empty() && capability != host.capability)
            return stale("capability", capability, host.capability);
    }
    std::istringstream words(of("AOTI_CPU_ISA"));
    for (std::string word; words >> word;) {
        const auto flag = kernelFlag(word);
        if (!flag.empty() && !host.processorFlags.contains(flag))
            return stale("instructions", word, "-");
    }
    return {};
}

} // namespace inferometer::engine
