// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/safetensors_header.h"

#include "core/protocol/json.h"

#include <algorithm>
#include <fstream>
#include <set>

namespace inferometer::core {

namespace {

constexpr std::uint64_t maxHeaderBytes = 16u << 20;
constexpr std::size_t maxDimensions = 16;

struct RawEntry {
    ElementType dtype = ElementType::Float32;
    std::vector<std::int64_t> shape;
    std::vector<std::uint64_t> offsets;
};

Error invalid(const std::string& what)
{
    return Error{ErrorCode::FileInvalid, what};
}

std::uint64_t littleEndian(const unsigned char (&bytes)[8])
{
    std::uint64_t value = 0;
    for (int i = 7; i >= 0; --i)
        value = value << 8 | bytes[i];
    return value;
}

/// Bytes of a tensor, nothing when they do not fit into 63 bits.
std::optional<std::uint64_t> sizeOf(const RawEntry& entry)
{
    std::uint64_t size = bytesOf(entry.dtype);
    for (const auto extent : entry.shape) {
        if (extent < 0 || __builtin_mul_overflow(size, static_cast<std::uint64_t>(extent), &size))
            return std::nullopt;
    }
    if (size > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return std::nullopt;
    return size;
}

Result<SafetensorsEntry> checkedEntry(const std::string& name, RawEntry raw, std::uint64_t dataBytes)
{
    const auto size = sizeOf(raw);
    if (raw.shape.size() > maxDimensions || !size)
        return invalid("tensor '" + name + "' has an impossible shape");
    if (raw.offsets.size() != 2 || raw.offsets[0] > raw.offsets[1] || raw.offsets[1] > dataBytes)
        return invalid("tensor '" + name + "' lies outside of the file");
    if (raw.offsets[1] - raw.offsets[0] != *size)
        return invalid("tensor '" + name + "' has another size than its shape says");
    return SafetensorsEntry{name, raw.dtype, std::move(raw.shape), raw.offsets[0], raw.offsets[1]};
}

Result<void> checkPlaces(const std::vector<SafetensorsEntry>& entries, std::uint64_t dataBytes)
{
    std::uint64_t end = 0;
    for (const auto& entry : entries) {
        if (entry.begin != end)
            return invalid("tensor '" + entry.name + "' leaves a gap or overlaps with another");
        end = entry.end;
    }
    if (end != dataBytes)
        return invalid("it is longer than its tensors");
    return {};
}

} // namespace

template <> struct Fields<RawEntry> {
    static constexpr auto all = std::tuple{
        Field{"dtype", &RawEntry::dtype, Presence::Required},
        Field{"shape", &RawEntry::shape, Presence::Required},
        Field{"data_offsets", &RawEntry::offsets, Presence::Required},
    };
};

std::uint64_t bytesOf(ElementType type)
{
    switch (type) {
    case ElementType::Float64:
    case ElementType::Int64:
        return 8;
    case ElementType::Float32:
    case ElementType::Int32:
        return 4;
    case ElementType::Float16:
    case ElementType::BFloat16:
    case ElementType::Int16:
        return 2;
    case ElementType::Int8:
    case ElementType::UInt8:
    case ElementType::Bool:
        return 1;
    }
    return 0;
}

Result<SafetensorsHeader> parseSafetensorsHeader(std::string_view text, std::uint64_t dataBytes)
{
    const auto json = parseJson(text, ErrorCode::FileInvalid, {.bytes = maxHeaderBytes, .depth = 4});
    if (!json)
        return json.error();
    if (!json->is_object())
        return invalid("its header is not an object");

    SafetensorsHeader header;
    header.dataBytes = dataBytes;
    for (const auto& [name, value] : json->items()) {
        if (name == "__metadata__")
            continue;
        auto raw = fromJson<RawEntry>(value, ErrorCode::FileInvalid, "entry of tensor '" + name + "'");
        if (!raw)
            return raw.error();
        auto entry = checkedEntry(name, *std::move(raw), dataBytes);
        if (!entry)
            return entry.error();
        header.entries.push_back(*std::move(entry));
    }
    std::ranges::sort(header.entries, [](const auto& left, const auto& right) {
        return std::tie(left.begin, left.end) < std::tie(right.begin, right.end);
    });
    if (const auto places = checkPlaces(header.entries, dataBytes); !places)
        return places.error();
    return header;
}

Result<SafetensorsHeader> readSafetensorsHeader(const std::filesystem::path& path)
{
    const auto name = path.filename().string();
    std::error_code failure;
    const auto fileBytes = std::filesystem::file_size(path, failure);
    std::ifstream file(path, std::ios::binary);
    if (failure || !file)
        return Error{ErrorCode::FileNotFound, "The file " + name + " cannot be read."};

    unsigned char lengthBytes[8] = {};
    if (!file.read(reinterpret_cast<char*>(lengthBytes), sizeof lengthBytes))
        return invalid("The file " + name + " is damaged: it is too short.");
    const auto length = littleEndian(lengthBytes);
    if (length > maxHeaderBytes || length > fileBytes - sizeof lengthBytes)
        return invalid("The file " + name + " is damaged: its header does not fit.");
    std::string text(length, '\0');
    if (!file.read(text.data(), static_cast<std::streamsize>(length)))
        return invalid("The file " + name + " is damaged: it is too short.");

    const auto dataOffset = sizeof lengthBytes + length;
    auto header = parseSafetensorsHeader(text, fileBytes - dataOffset);
    if (!header)
        return invalid("The file " + name + " is damaged: " + header.error().detail + ".");
    header->dataOffset = dataOffset;
    return header;
}

} // namespace inferometer::core
