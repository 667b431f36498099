// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"

#include "core/base/files.h"

#include <openssl/evp.h>

#include <array>
#include <unistd.h>
#include <vector>

namespace inferometer::core {

struct Sha256::Context {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

Sha256::Sha256()
    : m_context(std::make_unique<Context>())
{
    EVP_DigestInit_ex(m_context->digest.get(), EVP_sha256(), nullptr);
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view data)
{
    EVP_DigestUpdate(m_context->digest.get(), data.data(), data.size());
}

std::string Sha256::finish()
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(m_context->digest.get(), bytes.data(), &size);
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
        text += digits[bytes[i] >> 4];
        text += digits[bytes[i] & 15];
    }
    return text;
}

std::string sha256(std::string_view data)
{
    Sha256 hash;
    hash.add(data);
    return hash.finish();
}

Result<std::string> sha256OfFile(const std::filesystem::path& path, const OnPiece& onPiece)
{
    constexpr std::size_t pieceBytes = 1u << 20;
    auto file = openForReading(path);
    if (!file)
        return file.error();
    Sha256 hash;
    std::vector<char> piece(pieceBytes);
    while (true) {
        const auto count = readSome(file->get(), piece.data(), piece.size());
        if (count < 0)
            return fileError(codes::fileNotRead, path);
        if (count == 0)
            return hash.finish();
        hash.add({piece.data(), static_cast<std::size_t>(count)});
        if (onPiece && !onPiece(static_cast<std::size_t>(count)))
            return Error{ErrorCode::Cancelled, "The reading was cancelled."};
    }
}

} // namespace inferometer::core
