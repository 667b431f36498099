// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/device_lock.h"

#include "core/base/clock.h"
#include "core/base/process_facts.h"
#include "core/base/sha256.h"

#include <cerrno>
#include <chrono>
#include <cstddef>
#include <cstring>
#include <set>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

namespace inferometer::core {

namespace {

constexpr std::chrono::milliseconds look{10};
constexpr std::chrono::milliseconds patience{1000};

struct Address {
    sockaddr_un content{};
    socklen_t size = 0;

    const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&content); }
};

/// A GPU has another number in every process that sees others (CUDA_VISIBLE_DEVICES), and one UUID.
Address addressOf(const DeviceFacts& device, const std::string& machine)
{
    const auto identity = device.uuid.empty() ? toText(device.device) : device.uuid;
    const auto name = "inferometer-device-" + sha256(machine + "\n" + identity);
    Address address;
    address.content.sun_family = AF_UNIX;
    std::memcpy(address.content.sun_path + 1, name.data(), name.size()); // a leading zero: no file
    address.size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size());
    return address;
}

Descriptor newSocket()
{
    return Descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
}

/// The kernel knows who listens. Zero: nobody that this process may see.
int ownerOf(const Address& address)
{
    const auto socket = newSocket();
    ucred owner{};
    socklen_t size = sizeof owner;
    const bool isKnown = socket.isOpen() && ::connect(socket.get(), address.get(), address.size) == 0
        && ::getsockopt(socket.get(), SOL_SOCKET, SO_PEERCRED, &owner, &size) == 0;
    return isKnown ? owner.pid : 0;
}

bool isRunning(int process)
{
    const auto facts = processFacts(process);
    return facts && facts->state != 'Z';
}

} // namespace

Result<DeviceLock> DeviceLock::acquire(const DeviceFacts& device, const std::string& machine)
{
    const auto address = addressOf(device, machine);
    const auto name = toText(device.device);
    const SteadyClock clock;
    const auto begin = clock.now();
    int owner = 0;
    do {
        auto socket = newSocket();
        const bool isOurs = socket.isOpen() && ::bind(socket.get(), address.get(), address.size) == 0
            && ::listen(socket.get(), SOMAXCONN) == 0;
        if (isOurs)
            return DeviceLock(std::move(socket));
        if (errno != EADDRINUSE)
            return fileError(codes::fileNotLocked, name);
        owner = ownerOf(address);
        if (owner > 0 && isRunning(owner))
            break;
        std::this_thread::sleep_for(look);
    } while (clock.now() - begin < patience);
    return owner > 0 ? Error{ErrorCode::Locked, Note{"device-in-use-by", {name, std::to_string(owner)}}}
                     : Error{ErrorCode::Locked, Note{"device-in-use", {name}}};
}

Result<std::vector<DeviceLock>> lockDevices(
    const Plan& plan, const std::vector<DeviceFacts>& devices, const std::string& machine)
{
    std::set<Device> wanted;
    for (const auto& visit : plan.visits)
        wanted.insert(visit.workload.device);
    std::vector<DeviceLock> locks;
    for (const auto& facts : devices) {
        if (!wanted.contains(facts.device))
            continue;
        auto lock = DeviceLock::acquire(facts, machine);
        if (!lock)
            return lock.error();
        locks.push_back(*std::move(lock));
    }
    return locks;
}

} // namespace inferometer::core
