// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/words.h"

#include <compare>
#include <string>
#include <vector>

namespace inferometer::core {

/// Who executes a model: LibTorch in this project's runner, or a Python process as in the Hugging Face guide.
enum class Engine { Cpp, Python };
enum class CompileMode { None, Default, ReduceOverhead, MaxAutotune, MaxAutotuneNoCudagraphs };
enum class DataType { Float32, Float16, BFloat16 };
enum class Layout { Contiguous, ChannelsLast };
enum class Attention { Sdpa, Eager };
enum class DeviceKind { Cpu, Cuda };
/// `Retain`: freed memory stays with the process while it measures; `Default`: glibc's own behaviour (design:
/// a condition).
enum class Allocator { Retain, Default };
enum class Task { Classification, Segmentation, Detection, Other };

template <> struct Words<Engine> {
    static constexpr std::array all{Word<Engine>{Engine::Cpp, "cpp"}, Word<Engine>{Engine::Python, "python"}};
};
template <> struct Words<CompileMode> {
    static constexpr std::array all{
        Word<CompileMode>{CompileMode::None, "none"},
        Word<CompileMode>{CompileMode::Default, "default"},
        Word<CompileMode>{CompileMode::ReduceOverhead, "reduce-overhead"},
        Word<CompileMode>{CompileMode::MaxAutotune, "max-autotune"},
        Word<CompileMode>{CompileMode::MaxAutotuneNoCudagraphs, "max-autotune-no-cudagraphs"},
    };
};
template <> struct Words<DataType> {
    static constexpr std::array all{
        Word<DataType>{DataType::Float32, "float32"},
        Word<DataType>{DataType::Float16, "float16"},
        Word<DataType>{DataType::BFloat16, "bfloat16"},
    };
};
template <> struct Words<Layout> {
    static constexpr std::array all{
        Word<Layout>{Layout::Contiguous, "contiguous"}, Word<Layout>{Layout::ChannelsLast, "channels-last"}};
};
template <> struct Words<Attention> {
    static constexpr std::array all{
        Word<Attention>{Attention::Sdpa, "sdpa"}, Word<Attention>{Attention::Eager, "eager"}};
};
template <> struct Words<DeviceKind> {
    static constexpr std::array all{
        Word<DeviceKind>{DeviceKind::Cpu, "cpu"}, Word<DeviceKind>{DeviceKind::Cuda, "cuda"}};
};
template <> struct Words<Allocator> {
    static constexpr std::array all{
        Word<Allocator>{Allocator::Retain, "retain"}, Word<Allocator>{Allocator::Default, "default"}};
};
template <> struct Words<Task> {
    static constexpr std::array all{
        Word<Task>{Task::Classification, "classification"},
        Word<Task>{Task::Segmentation, "segmentation"},
        Word<Task>{Task::Detection, "detection"},
        Word<Task>{Task::Other, "other"},
    };
};

/// `cpu` or `cuda:N`, N in the order of CUDA, of this machine or of a target.
struct Device {
    DeviceKind kind = DeviceKind::Cpu;
    int index = 0;
    std::string target = {}; ///< by its name in the settings; empty: this machine

    auto operator<=>(const Device&) const = default;
};

std::string toText(const Device& device); ///< "cpu", "cuda:1", "gpubox/cuda:0"
std::string textWithoutTarget(const Device& device); ///< "cuda:0" also of "gpubox/cuda:0"
std::optional<Device> deviceFromText(std::string_view text); ///< also "cuda", which is "cuda:0"

/// From 1 to 40 characters of `[A-Za-z0-9_.-]`, the first one a letter or a digit; not "local", which is this
/// machine.
bool isTargetName(std::string_view text);

/// What is executed: one set of input tensors of one model.
struct Workload {
    std::string model; ///< short name in the catalogue
    Device device;
    int batch = 1;
    DataType dtype = DataType::Float32;

    auto operator<=>(const Workload&) const = default;
};

/// One way to execute a workload.
struct Variant {
    Engine engine = Engine::Cpp;
    CompileMode mode = CompileMode::None;
    bool frozen = false;
    Layout layout = Layout::Contiguous;
    int repetition = 1; ///< 2, 3, ...: the same once more, compiled anew and loaded beside the first

    /// Not compiled, yet recorded and replayed as a CUDA graph: what of a gain is the cost of launches alone.
    /// The modes that do this by themselves do not say so here.
    bool cudaGraph = false;

    bool isCompiled() const { return mode != CompileMode::None; }
    bool isBaseline() const { return !isCompiled() && !cudaGraph; }
    auto operator<=>(const Variant&) const = default;
};

/// Stable short name, unique within a workload: "cpp/default", "cpp/max-autotune+frozen",
/// "python/none+channels-last", "cpp/default#2".
std::string toText(const Variant& variant);
/// The variant that `variant` is compared with: the first one without compiling, of the same engine and
/// contiguous layout.
Variant baselineOf(const Variant& variant);

/// One runner process measuring one workload with all its variants. `id` is unique in a plan and stable over
/// resumes.
struct Visit {
    std::string id;
    Workload workload;
    std::vector<Variant> variants;
    int repetition = 1; ///< 2, 3, ...: the same once more, in a process of its own
};

} // namespace inferometer::core
