// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/failure.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>

namespace inferometer::engine {

/// The tensors of a safetensors file, in one block of memory on one device, each aligned as Torch aligns its
/// own allocations (kernels give slightly other results on less aligned memory).
class TensorFile {
public:
    /// No tensors.
    TensorFile() = default;
    static Attempt<TensorFile> read(const std::filesystem::path& path, const at::Device& device);

    const at::Tensor* find(const std::string& name) const;
    /// The tensors called `prefix`.0, `prefix`.1, ... in order.
    std::vector<at::Tensor> list(const std::string& prefix) const;
    /// Writes the content of another reading of the same file over this one, where it lies.
    void restoreFrom(const TensorFile& fresh);
    /// Of the bytes of all tensors; fast, not cryptographic.
    std::uint64_t hash() const;
    std::uint64_t bytes() const { return m_bytes; }

private:
    std::unordered_map<std::string, at::Tensor> m_tensors;
    at::Tensor m_block; ///< bytes
    std::uint64_t m_bytes = 0;
};

/// Of the bytes of a tensor, wherever it lies.
std::uint64_t hashOf(const at::Tensor& tensor);

} // namespace inferometer::engine
