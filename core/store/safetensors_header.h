// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/words.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace inferometer::core {

enum class ElementType { Float64, Float32, Float16, BFloat16, Int64, Int32, Int16, Int8, UInt8, Bool };

template <> struct Words<ElementType> {
    static constexpr std::array all{
        Word<ElementType>{ElementType::Float64, "F64"},
        Word<ElementType>{ElementType::Float32, "F32"},
        Word<ElementType>{ElementType::Float16, "F16"},
        Word<ElementType>{ElementType::BFloat16, "BF16"},
        Word<ElementType>{ElementType::Int64, "I64"},
        Word<ElementType>{ElementType::Int32, "I32"},
        Word<ElementType>{ElementType::Int16, "I16"},
        Word<ElementType>{ElementType::Int8, "I8"},
        Word<ElementType>{ElementType::UInt8, "U8"},
        Word<ElementType>{ElementType::Bool, "BOOL"},
    };
};

std::uint64_t bytesOf(ElementType type);

/// One tensor of a safetensors file; begin and end count from the start of the data.
struct SafetensorsEntry {
    std::string name;
    ElementType type = ElementType::Float32;
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

struct SafetensorsHeader {
    std::uint64_t dataOffset = 0; ///< of the data in the file
    std::uint64_t dataBytes = 0;
    std::vector<SafetensorsEntry> entries; ///< by place in the file, without gaps or overlaps
};

/// Checks everything that a hostile file could say: sizes, overflow, order, gaps, overlaps, double names.
/// `text` is the JSON after the eight bytes of length.
Result<SafetensorsHeader> parseSafetensorsHeader(std::string_view text, std::uint64_t dataBytes);
/// Reads and checks the header of a file; an error names the file, never its folder.
Result<SafetensorsHeader> readSafetensorsHeader(const std::filesystem::path& path);

} // namespace inferometer::core
