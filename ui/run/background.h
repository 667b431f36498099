// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>
#include <type_traits>

namespace inferometer::ui {

/// One thread for questions that take longer than a frame: files, devices, the examination of the machine.
/// Asked and answered on the GUI thread; answers to a widget that is gone are dropped. Questions are answered
/// in their order.
class Background : public QObject {
    Q_OBJECT

public:
    explicit Background(QObject* parent = nullptr);
    ~Background() override;

    template <typename Question, typename Answer>
    void ask(QObject* receiver, Question question, Answer answer)
    {
        using Value = std::invoke_result_t<Question>;
        const QPointer<QObject> guard(receiver);
        post([this, guard, question = std::move(question), answer = std::move(answer)] {
            auto value = std::make_shared<Value>(question());
            // The receiver is looked at on its own thread only.
            deliver([guard, value, answer] {
                if (guard)
                    answer(std::move(*value));
            });
        });
    }

    /// True while a question is open.
    bool isBusy() const { return m_open > 0; }

private:
    void post(std::function<void()> work);
    void deliver(std::function<void()> answer);

    QThread m_thread;
    QObject m_worker;
    int m_open = 0;
};

} // namespace inferometer::ui
