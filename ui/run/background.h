// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>
#include <stop_token>
#include <type_traits>

namespace inferometer::ui {

/// Threads for questions that take longer than a frame: one for files and devices, one for what may take
/// minutes, so that nothing waits behind that. Asked and answered on the GUI thread; answers to a widget that
/// is gone are dropped. Each thread answers in the order of asking.
class Background : public QObject {
    Q_OBJECT

public:
    explicit Background(QObject* parent = nullptr);
    ~Background() override; ///< waits for the question at work; a slow one is stopped

    template <typename Question, typename Answer>
    void ask(QObject* receiver, Question question, Answer answer)
    {
        post(m_quick, receiver, std::move(question), std::move(answer));
    }

    /// The question takes a token: it ends early once that asks for it.
    template <typename Question, typename Answer>
    void askSlowly(QObject* receiver, Question question, Answer answer)
    {
        post(
            m_slow, receiver,
            [question = std::move(question), stop = m_stop.get_token()] { return question(stop); },
            std::move(answer));
    }

    /// True while a question is open.
    bool isBusy() const { return m_open > 0; }

private:
    /// A thread and the object that lives on it.
    struct Lane {
        QThread thread;
        QObject worker;
    };

    template <typename Question, typename Answer>
    void post(Lane& lane, QObject* receiver, Question question, Answer answer)
    {
        using Value = std::invoke_result_t<Question>;
        const QPointer<QObject> guard(receiver);
        send(lane, [this, guard, question = std::move(question), answer = std::move(answer)] {
            auto value = std::make_shared<Value>(question());
            // The receiver is looked at on its own thread only.
            deliver([guard, value, answer] {
                if (guard)
                    answer(std::move(*value));
            });
        });
    }
    void send(Lane& lane, std::function<void()> work);
    void deliver(std::function<void()> answer);

    Lane m_quick;
    Lane m_slow;
    std::stop_source m_stop;
    int m_open = 0;
};

} // namespace inferometer::ui
