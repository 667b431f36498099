// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/journal.h"

#include "tests/support/temporary_folder.h"
#include "text/error_text.h"

#include <gtest/gtest.h>

using namespace inferometer::core;
using namespace inferometer::tests;

namespace {

class JournalTest : public testing::Test {
protected:
    TemporaryFolder m_folder;
    std::filesystem::path m_file = m_folder.path() / "run.jsonl";
    RunServices m_services;
    Loop m_loop;
    Journal m_journal{*RunWriter::create(m_file), m_services, m_loop, {}, [](const Note&) {}};
};

} // namespace

TEST_F(JournalTest, WritesNothingThatCouldNotBeReadAgain)
{
    ASSERT_TRUE(m_journal.write("{}"));
    std::string values(2'000'001, '0'); // a list of a million zeros
    for (std::size_t i = 1; i < values.size(); i += 2)
        values[i] = ',';

    for (const auto& line : {"[\"" + std::string(16u << 20, 'x') + "\"]", "[" + values + "]"}) {
        const auto written = m_journal.write(line);

        ASSERT_FALSE(written);
        EXPECT_EQ(written.error().code, ErrorCode::StorageFailed);
        EXPECT_NE(inferometer::text::sentence(written.error()).find("too large to be read again"),
            std::string::npos);
        EXPECT_TRUE(m_journal.failure());
    }
    EXPECT_EQ(contentOf(m_file), "{}\n");
}
