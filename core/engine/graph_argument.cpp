// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/graph_argument.h"

#include <ATen/ATen.h>
#include <ATen/ScalarOps.h>

#include <algorithm>
#include <array>

namespace inferometer::engine {

namespace {

struct TypeName {
    std::string_view word;
    at::ScalarType type;
};

constexpr std::array typeNames{
    TypeName{"float32", at::kFloat},
    TypeName{"float64", at::kDouble},
    TypeName{"float16", at::kHalf},
    TypeName{"bfloat16", at::kBFloat16},
    TypeName{"int64", at::kLong},
    TypeName{"int32", at::kInt},
    TypeName{"int16", at::kShort},
    TypeName{"int8", at::kChar},
    TypeName{"uint8", at::kByte},
    TypeName{"bool", at::kBool},
    TypeName{"complex64", at::kComplexFloat},
    TypeName{"complex128", at::kComplexDouble},
};

struct FormatName {
    std::string_view word;
    at::MemoryFormat format;
};

constexpr std::array formatNames{
    FormatName{"contiguous", at::MemoryFormat::Contiguous},
    FormatName{"channels_last", at::MemoryFormat::ChannelsLast},
    FormatName{"channels_last_3d", at::MemoryFormat::ChannelsLast3d},
    FormatName{"preserve", at::MemoryFormat::Preserve},
};

/// The type of an argument without "optional"; for a list also that of its elements.
struct ArgumentType {
    c10::TypeKind kind = c10::TypeKind::AnyType;
    c10::TypeKind element = c10::TypeKind::AnyType;
    bool isOptional = false;
    bool hasOptionalElements = false;
};

ArgumentType typeOf(const c10::Argument& argument)
{
    ArgumentType found;
    auto type = argument.type();
    if (type->kind() == c10::TypeKind::OptionalType) {
        found.isOptional = true;
        type = type->expectRef<c10::OptionalType>().getElementType();
    }
    found.kind = type->kind();
    if (found.kind == c10::TypeKind::ListType) {
        auto element = type->expectRef<c10::ListType>().getElementType();
        if (element->kind() == c10::TypeKind::OptionalType) {
            found.hasOptionalElements = true;
            element = element->expectRef<c10::OptionalType>().getElementType();
        }
        found.element = element->kind();
    }
    return found;
}

bool isOneOf(c10::TypeKind kind, std::initializer_list<c10::TypeKind> kinds)
{
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// A number where an operator wants a tensor behaves as Python's numbers do: it does not promote types.
at::Tensor wrappedNumber(const at::Scalar& number)
{
    auto tensor = c10::scalar_to_tensor(number);
    tensor.unsafeGetTensorImpl()->set_wrapped_number(true);
    return tensor;
}

using Converted = std::optional<c10::IValue>; ///< nothing: the kind does not fit the operator's type

/// Turns an argument of the graph into what the operator's schema wants.
class Converter {
public:
    Converter(ArgumentType type, at::Device device)
        : m_type(type)
        , m_device(device)
    {
    }

    Converted operator()(const NoneArgument&) const
    {
        return m_type.isOptional ? Converted(c10::IValue()) : std::nullopt;
    }
    Converted operator()(const TensorArgument&) const { return filled(c10::TypeKind::TensorType); }
    Converted operator()(const TensorListArgument& list) const
    {
        const auto fits = m_type.kind == c10::TypeKind::ListType
            && m_type.element == c10::TypeKind::TensorType && list.hasOptionals == m_type.hasOptionalElements;
        return fits ? Converted(c10::IValue()) : std::nullopt;
    }
    Converted operator()(std::int64_t number) const
    {
        if (isOneOf(
                m_type.kind, {c10::TypeKind::IntType, c10::TypeKind::SymIntType, c10::TypeKind::NumberType}))
            return c10::IValue(number);
        if (m_type.kind == c10::TypeKind::FloatType)
            return c10::IValue(static_cast<double>(number));
        return asTensor(at::Scalar(number));
    }
    Converted operator()(double number) const
    {
        if (isOneOf(m_type.kind, {c10::TypeKind::FloatType, c10::TypeKind::NumberType}))
            return c10::IValue(number);
        return asTensor(at::Scalar(number));
    }
    Converted operator()(bool value) const
    {
        if (isOneOf(m_type.kind, {c10::TypeKind::BoolType, c10::TypeKind::NumberType}))
            return c10::IValue(value);
        return asTensor(at::Scalar(value));
    }
    Converted operator()(const std::string& text) const
    {
        return m_type.kind == c10::TypeKind::StringType ? Converted(c10::IValue(text)) : std::nullopt;
    }
    Converted operator()(const std::vector<std::int64_t>& numbers) const
    {
        if (isList({c10::TypeKind::IntType, c10::TypeKind::SymIntType}))
            return c10::IValue(numbers);
        if (isList({c10::TypeKind::FloatType}))
            return c10::IValue(std::vector<double>(numbers.begin(), numbers.end()));
        // An empty list says nothing about the type of its elements.
        if (numbers.empty() && isList({c10::TypeKind::BoolType}))
            return c10::IValue(c10::List<bool>());
        return std::nullopt;
    }
    Converted operator()(const std::vector<double>& numbers) const
    {
        return isList({c10::TypeKind::FloatType}) ? Converted(c10::IValue(numbers)) : std::nullopt;
    }
    Converted operator()(const std::vector<bool>& bits) const
    {
        if (!isList({c10::TypeKind::BoolType}))
            return std::nullopt;
        c10::List<bool> list;
        for (const bool bit : bits)
            list.push_back(bit);
        return c10::IValue(std::move(list));
    }
    Converted operator()(const DataTypeArgument& argument) const
    {
        for (const auto& name : typeNames) {
            if (name.word == argument.word && m_type.kind == c10::TypeKind::IntType)
                return c10::IValue(static_cast<std::int64_t>(name.type));
        }
        return std::nullopt;
    }
    Converted operator()(const DeviceArgument&) const
    {
        return m_type.kind == c10::TypeKind::DeviceObjType ? Converted(c10::IValue(m_device)) : std::nullopt;
    }
    Converted operator()(const LayoutArgument&) const
    {
        const auto isLayout = m_type.kind == c10::TypeKind::IntType;
        return isLayout ? Converted(c10::IValue(static_cast<std::int64_t>(at::kStrided))) : std::nullopt;
    }
    Converted operator()(const MemoryFormatArgument& argument) const
    {
        for (const auto& name : formatNames) {
            if (name.word == argument.word && m_type.kind == c10::TypeKind::IntType)
                return c10::IValue(static_cast<std::int64_t>(name.format));
        }
        return std::nullopt;
    }

private:
    Converted filled(c10::TypeKind kind) const
    {
        return m_type.kind == kind ? Converted(c10::IValue()) : std::nullopt;
    }
    Converted asTensor(const at::Scalar& number) const
    {
        const auto isTensor = m_type.kind == c10::TypeKind::TensorType;
        return isTensor ? Converted(c10::IValue(wrappedNumber(number))) : std::nullopt;
    }
    bool isList(std::initializer_list<c10::TypeKind> elements) const
    {
        return m_type.kind == c10::TypeKind::ListType && isOneOf(m_type.element, elements);
    }

    ArgumentType m_type;
    at::Device m_device;
};

} // namespace

std::optional<c10::IValue> argumentValue(
    const GraphArgument& argument, const c10::Argument& schema, const at::Device& device)
{
    return std::visit(Converter(typeOf(schema), device), argument.value);
}

} // namespace inferometer::engine
