// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Speaks the Python worker's protocol and writes small files. INFEROMETER_FAKE_WORKER scripts its faults,
/// with the conditions step, model, batch and mode, and the keys fault (see fake_rules.h, and failed, oom,
/// garbage, no-hello), sleep_ms, needs_mib (memory that a step takes, or it fails), bytes (size of the
/// weights) and cuda, cuda_archs, cuda_headers, ptxas (facts of the environment).

#include "core/base/files.h"
#include "tests/support/fake_rules.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <mutex>
#include <string_view>
#include <sys/mman.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace inferometer;
using Json = nlohmann::json;

namespace {

void write(const std::string& folder, const std::string& name, const std::string& content)
{
    (void)core::writeFileAtomically(std::filesystem::path(folder) / name, content);
}

/// Puts a snapshot into the Hugging Face cache, as a download would.
void download(std::string hubId)
{
    const char* hub = std::getenv("HF_HUB_CACHE");
    hubId.replace(hubId.find('/'), 1, "--");
    const auto repository = std::filesystem::path(hub ? hub : ".") / ("models--" + hubId);
    const std::string commit(40, 'a');
    std::filesystem::create_directories(repository / "refs");
    std::filesystem::create_directories(repository / "snapshots" / commit);
    write(repository / "refs", "main", commit);
    write(repository / "snapshots" / commit, "config.json",
        R"({"architectures": ["ResNetForImageClassification"]})");
    write(repository / "snapshots" / commit, "model.safetensors", "x");
}

/// Takes and touches memory as the kernel gives it; false: it gives no more.
bool takeMemory(std::size_t bytes)
{
    constexpr std::size_t piece = 4u << 20;
    std::vector<void*> pieces;
    void* taken = nullptr;
    for (std::size_t i = 0; i < bytes && taken != MAP_FAILED; i += piece) {
        taken = ::mmap(nullptr, piece, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (taken != MAP_FAILED)
            std::memset(pieces.emplace_back(taken), 1, piece);
    }
    for (void* each : pieces)
        ::munmap(each, piece);
    return taken != MAP_FAILED;
}

/// Who, where and with what token, as an exception of somebody's code may say it; empty without a canary.
std::string canary()
{
    const char* token = std::getenv("CANARY_TOKEN");
    const char* user = std::getenv("USER");
    std::array<char, 256> host{};
    ::gethostname(host.data(), host.size() - 1);
    return token && user ? std::string(" for ") + user + " on " + host.data() + " with " + token : "";
}

class FakeWorker {
public:
    int run()
    {
        fakes::record("workers", "started");
        if (!m_rules.find("no-hello", {}))
            send({{"type", "hello"}, {"environment", environment()}}, "");
        else
            fakes::commit("hang");
        for (std::string line; std::getline(std::cin, line);) {
            const auto request = Json::parse(line, nullptr, false);
            if (request.value("type", "") == "quit")
                return 0;
            serve(request);
        }
        ::kill(0, SIGKILL);
        return 1;
    }

private:
    Json environment() const
    {
        Json facts{{"python", "3.11.2"}, {"torch", "2.15.0+fake"}, {"torch_git", "abcdef"}, {"cuda", nullptr},
            {"transformers", "5.23.0"}, {"compiler", "g++ 12"}, {"cpu_capability", "AVX2"},
            {"inductor_isa", "avx2"}, {"weights_recipe", 1}};
        for (const auto* name : {"cuda", "cuda_archs", "cuda_headers", "ptxas"}) {
            if (const auto value = m_rules.find(name, {}))
                facts[name] = *value;
        }
        return facts;
    }

    void send(Json message, const std::string& job)
    {
        message["v"] = 1;
        message["job"] = job;
        message["seq"] = m_sequence++;
        std::cout << message.dump() << "\n" << std::flush;
    }

    void serve(const Json& request)
    {
        const auto type = request.value("type", "");
        const auto job = request.value("job", "");
        m_facts = {{"model", request.at("model").value("name", "")},
            {"batch", std::to_string(request.value("batch", 0))}, {"mode", request.value("mode", "")}};
        fakes::record("requests", type + " " + m_facts["model"] + " " + m_facts["mode"]);
        if (type == "prepare")
            prepare(request, job);
        else if (type == "compile")
            compile(request, job);
    }

    /// False: the request has been answered by a failure.
    bool step(const std::string& name, const std::string& job)
    {
        send({{"type", "step"}, {"step", name}}, job);
        auto facts = m_facts;
        facts["step"] = name;
        std::this_thread::sleep_for(
            std::chrono::duration<double, std::milli>(m_rules.number("sleep_ms", 0, facts)));
        constexpr double mebibyte = 1u << 20;
        if (!takeMemory(static_cast<std::size_t>(m_rules.number("needs_mib", 0, facts) * mebibyte))) {
            refuse(name, true, job);
            return false;
        }
        const auto fault = m_rules.find("fault", facts);
        if (!fault)
            return true;
        if (*fault == "failed" || *fault == "oom")
            refuse(name, *fault == "oom", job);
        else if (*fault == "garbage")
            std::cout << "no json at all" << std::endl;
        else
            fakes::commit(*fault);
        return *fault == "garbage" || *fault == "litter";
    }

    void refuse(const std::string& step, bool isMemory, const std::string& job)
    {
        const auto* outcome = isMemory ? "out-of-memory"
            : step == "compile"        ? "compile-failed"
            : step == "export"         ? "export-failed"
                                       : "prepare-failed";
        const auto* code = isMemory ? "host-memory" : step == "compile" ? "compile-error" : "export-error";
        send({{"type", "failed"}, {"outcome", outcome},
                 {"reason", Json{{"code", code}, {"args", Json::array()}}},
                 {"detail", "GuardOnDataDependentSymNode in /home/canary/model.py" + canary()},
                 {"log", "Traceback" + canary()}},
            job);
    }

    /// What a model computes: what was asked for where it has that choice, nothing without any.
    static Json attentionOf(const Json& request)
    {
        const auto choices = request.at("model").value("attention", Json::array());
        const auto wanted = request.value("attention", "");
        const bool hasIt = std::find(choices.begin(), choices.end(), wanted) != choices.end();
        return choices.empty() ? Json() : hasIt ? Json(wanted) : choices.front();
    }

    void prepare(const Json& request, const std::string& job)
    {
        for (const auto* name : {"load", "weights", "process", "reference", "export", "check", "save"}) {
            if (!step(name, job))
                return;
        }
        const auto source = request.at("weights").value("source", "");
        fakes::record("weights", source);
        if (source == "download")
            download(request.at("model").value("hub_id", ""));
        if (request.at("weights_out").is_string()) {
            const auto folder = request["weights_out"].get<std::string>();
            const auto bytes = static_cast<std::size_t>(m_rules.number("bytes", 1000, m_facts));
            write(folder, "weights.safetensors", std::string(bytes, 'w'));
            write(folder, "weights.json", "{}");
        }
        const auto graph = request.at("graph_out").get<std::string>();
        write(graph, "graph.json", "{}");
        write(graph, "io.safetensors", "inputs and outputs");
        const Json image{{"name", "pixel_values"}, {"shape", {request.value("batch", 0), 3, 224, 224}},
            {"dtype", "float32"}};
        write(graph, "facts.json", Json{{"inputs", {image}}}.dump());
        send({{"type", "prepared"}, {"export_s", 1.5}, {"parameters", 25557032}, {"flops", 4.1e9},
                 {"attention", attentionOf(request)}, {"facts", Json::object()}},
            job);
    }

    void compile(const Json& request, const std::string& job)
    {
        if (!step("compile", job))
            return;
        const auto folder = request.at("package_out").get<std::string>();
        write(folder, "model.so", "machine code of " + m_facts["mode"]);
        write(folder, "package.json", "{}");
        send({{"type", "compiled"}, {"compile_s", 12.5}, {"export_s", 1.5}, {"so", "model.so"},
                 {"notes", Json::array()}},
            job);
    }

    fakes::Rules m_rules{"INFEROMETER_FAKE_WORKER"};
    fakes::Facts m_facts;
    int m_sequence = 0;
};

} // namespace

int main(int argc, char* argv[])
{
    fakes::dieWithParent();
    if (argc == 5 && std::string_view(argv[2]).ends_with("/download_weights.py")) {
        download(argv[4]);
        return 0;
    }
    FakeWorker worker;
    const int code = worker.run();
    std::cout.flush();
    ::_exit(code);
}
