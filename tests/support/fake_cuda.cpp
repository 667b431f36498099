// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Stands in for the CUDA driver's library: two devices that can be listed and nothing else.

#include <cstddef>
#include <cstdio>

extern "C" {

int cuInit(unsigned)
{
    return 0;
}

int cuDeviceGetCount(int* count)
{
    *count = 2;
    return 0;
}

int cuDeviceGet(int* device, int index)
{
    *device = index;
    return 0;
}

int cuDeviceGetName(char* name, int size, int device)
{
    std::snprintf(name, static_cast<std::size_t>(size), "Fake GPU %d", device);
    return 0;
}

int cuDeviceTotalMem_v2(std::size_t* bytes, int)
{
    *bytes = std::size_t{8} << 30;
    return 0;
}

int cuDeviceGetAttribute(int* value, int attribute, int)
{
    constexpr int major = 75;
    *value = attribute == major ? 9 : 0;
    return 0;
}

int cuDriverGetVersion(int* version)
{
    *version = 13020;
    return 0;
}
}
