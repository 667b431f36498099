// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/tensor_file.h"

#include "core/engine/guarded.h"
#include "core/store/safetensors_header.h"

#include <ATen/ATen.h>

#include <bit>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <fcntl.h>
#include <unistd.h>

namespace inferometer::engine {

using core::ElementType;
using core::Outcome;
namespace reasons = core::reasons;

namespace {

constexpr std::size_t hostAlignment = 64; // c10's CPU allocator
constexpr std::size_t deviceAlignment = 512; // c10's CUDA caching allocator

class Descriptor {
public:
    explicit Descriptor(const std::filesystem::path& path)
        : m_descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC))
    {
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }

    bool readAt(std::uint64_t offset, void* target, std::uint64_t size) const
    {
        auto* position = static_cast<char*>(target);
        while (size > 0) {
            const auto count = ::pread(m_descriptor, position, size, static_cast<off_t>(offset));
            if (count < 0 && errno == EINTR)
                continue;
            if (count <= 0)
                return false;
            position += count;
            offset += static_cast<std::uint64_t>(count);
            size -= static_cast<std::uint64_t>(count);
        }
        return true;
    }

private:
    int m_descriptor;
};

at::ScalarType scalarTypeOf(ElementType type)
{
    switch (type) {
    case ElementType::Float64:
        return at::kDouble;
    case ElementType::Float32:
        return at::kFloat;
    case ElementType::Float16:
        return at::kHalf;
    case ElementType::BFloat16:
        return at::kBFloat16;
    case ElementType::Int64:
        return at::kLong;
    case ElementType::Int32:
        return at::kInt;
    case ElementType::Int16:
        return at::kShort;
    case ElementType::Int8:
        return at::kChar;
    case ElementType::UInt8:
        return at::kByte;
    case ElementType::Bool:
        return at::kBool;
    }
    return at::kFloat;
}

std::uint64_t aligned(std::uint64_t size, std::size_t alignment)
{
    return (size + alignment - 1) / alignment * alignment;
}

/// Where each tensor of the header goes, and the size of all.
std::pair<std::vector<std::uint64_t>, std::uint64_t> places(
    const core::SafetensorsHeader& header, std::size_t alignment)
{
    std::vector<std::uint64_t> offsets;
    std::uint64_t end = 0;
    for (const auto& entry : header.entries) {
        offsets.push_back(end);
        end += aligned(entry.end - entry.begin, alignment);
    }
    return {std::move(offsets), end};
}

at::Tensor hostBlock(std::uint64_t bytes)
{
    auto* memory =
        std::aligned_alloc(hostAlignment, aligned(std::max<std::uint64_t>(bytes, 1), hostAlignment));
    if (memory == nullptr)
        throw std::bad_alloc();
    return at::from_blob(
        memory, {static_cast<std::int64_t>(bytes)}, [](void* block) { std::free(block); }, at::kByte);
}

/// Four independent lanes, so that the processor can overlap the multiplications.
std::uint64_t hashBytes(const void* data, std::size_t size)
{
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15u;
    std::uint64_t lanes[4] = {size, odd, odd * 3, odd * 5};
    const auto* bytes = static_cast<const unsigned char*>(data);
    const auto mix = [](std::uint64_t lane, std::uint64_t word) {
        return std::rotl((lane ^ word) * odd, 29);
    };
    for (; size >= 32; size -= 32, bytes += 32) {
        std::uint64_t words[4];
        std::memcpy(words, bytes, sizeof words);
        for (int i = 0; i < 4; ++i)
            lanes[i] = mix(lanes[i], words[i]);
    }
    std::uint64_t tail[4] = {};
    std::memcpy(tail, bytes, size);
    std::uint64_t hash = 0;
    for (int i = 0; i < 4; ++i)
        hash = mix(hash, mix(lanes[i], tail[i]));
    return hash ^ hash >> 32;
}

} // namespace

Attempt<TensorFile> TensorFile::read(const std::filesystem::path& path, const at::Device& device)
{
    const auto name = path.filename().string();
    const auto header = core::readSafetensorsHeader(path);
    if (!header) {
        const auto& reason = header.error().code == core::ErrorCode::FileNotFound ? reasons::fileMissing
                                                                                  : reasons::weightsDamaged;
        return failure(Outcome::LoadFailed, reason, {name}, header.error().detail);
    }

    const auto [offsets, total] = places(*header, device.is_cpu() ? hostAlignment : deviceAlignment);
    bool isWhole = true;
    const auto load = [&, bytes = total, &places = offsets] {
        const Descriptor file(path);
        TensorFile tensors;
        tensors.m_bytes = header->dataBytes;
        tensors.m_block = hostBlock(bytes);
        auto* block = static_cast<char*>(tensors.m_block.data_ptr());
        for (std::size_t i = 0; i < header->entries.size() && isWhole; ++i) {
            const auto& entry = header->entries[i];
            const auto size = entry.end - entry.begin;
            const auto next = i + 1 < places.size() ? places[i + 1] : bytes;
            isWhole = file.readAt(header->dataOffset + entry.begin, block + places[i], size);
            std::memset(
                block + places[i] + size, 0, next - places[i] - size); // what lies between counts in the hash
        }
        tensors.m_block = tensors.m_block.to(device);
        for (std::size_t i = 0; i < header->entries.size(); ++i) {
            const auto& entry = header->entries[i];
            const auto begin = static_cast<std::int64_t>(places[i]);
            const auto size = static_cast<std::int64_t>(entry.end - entry.begin);
            tensors.m_tensors.emplace(entry.name,
                tensors.m_block.narrow(0, begin, size).view(scalarTypeOf(entry.type)).view(entry.shape));
        }
        return tensors;
    };
    auto tensors = guarded(load);
    if (!tensors)
        return failureOf(tensors.error(), Outcome::LoadFailed, reasons::weightsDamaged, {name});
    if (!isWhole)
        return failure(
            Outcome::LoadFailed, reasons::weightsDamaged, {name}, "The file " + name + " is too short.");
    return *std::move(tensors);
}

const at::Tensor* TensorFile::find(const std::string& name) const
{
    const auto found = m_tensors.find(name);
    return found == m_tensors.end() ? nullptr : &found->second;
}

std::vector<at::Tensor> TensorFile::list(const std::string& prefix) const
{
    std::vector<at::Tensor> tensors;
    while (const auto* tensor = find(prefix + "." + std::to_string(tensors.size())))
        tensors.push_back(*tensor);
    return tensors;
}

void TensorFile::restoreFrom(const TensorFile& fresh)
{
    if (m_block.defined())
        m_block.copy_(fresh.m_block);
}

std::uint64_t TensorFile::hash() const
{
    return m_block.defined() ? hashOf(m_block) : 0;
}

std::uint64_t hashOf(const at::Tensor& tensor)
{
    const auto onHost = tensor.cpu().contiguous();
    return hashBytes(onHost.data_ptr(), onHost.nbytes());
}

} // namespace inferometer::engine
