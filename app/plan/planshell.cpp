// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/plan/diff.h"
#include "app/plan/plan.h"
#include "app/plan/shellscript.h"

using namespace Qt::StringLiterals;

namespace
{

const QString prologue = uR"sh(#!/bin/sh
# The upgrade as shell commands, to be read and to be run by hand, step after step. It stops at the first failure
# and takes nothing back by itself: the way back of each step stands below it.
set -eu
kept=${KEPT:-./kept-by-upgrade}
mkdir -p "$kept"
rc=0 out=

fail() { printf 'stopped: %s\n' "$*" >&2; exit 1; }
needs() { eval "[ -n \"\${$1:-}\" ]" || fail "set and export $1 to the password named $2"; }
confirm() { printf '%s\nIs it so: %s? [y/N] ' "$out" "$1" >/dev/tty; read -r yes </dev/tty && [ "$yes" = y ]; }
login() { printf 'user = "%s:%s"\n' "$1" "$(printf %s "$2" | sed 's/[\\"]/\\&/g')"; }
look() { rc=0; out=$(eval "$1" 2>&1) || rc=$?; }
holds_text() { case $out in *"$1"*) ;; *) return 1 ;; esac; }
holds_sum() { [ "$(sha256sum <"$2" | cut -c1-64)" = "$1" ]; }
listed() { ( cd "$1" && find . -type f -exec sha256sum {} + | LC_ALL=C sort -k 2 ); }
copied() { [ -e "$2" ] || { rm -rf "$2.copying" && cp -a "$1" "$2.copying" && sync && mv "$2.copying" "$2"; }; }
wait_for() { n=0; until eval "$2"; do n=$((n + 1)); [ "$n" -lt "$1" ] || fail "not seen in time: $3"; sleep 1; done; }
)sh"_s;

const QString cluster = u"kube://"_s;

/// Services of a cluster have no address here: each question goes through a tunnel of its own.
QString tunnels(const Plan &plan)
{
    for (const Step &step : plan.steps) {
        const QString place = step.host.mid(cluster.size());
        if (!step.host.startsWith(cluster))
            continue;
        return u"context=%1 namespace=%2\n"_s.arg(ShellScript::quoted(place.section(u'/', 0, -2)),
                                                  ShellScript::quoted(place.section(u'/', -1))) +
               uR"sh(curl() {
  service=
  for word in "$@"; do case $word in http://*) service=${word#http://} service=${service%%/*} ;; esac; done
  kubectl --context "$context" -n "$namespace" port-forward --address 127.0.0.1 "service/${service%:*}" ":${service##*:}" >"$kept/tunnel" 2>&1 &
  tunnel=$! n=0
  until grep -q Forwarding "$kept/tunnel" || [ "$n" -gt 50 ]; do n=$((n + 1)); sleep 0.2; done
  here=$(sed -n 's/.*127.0.0.1:\([0-9]*\) .*/\1/p' "$kept/tunnel" | head -n 1)
  code=0
  command curl --connect-to "$service:127.0.0.1:${here:-1}" "$@" || code=$?
  kill "$tunnel"
  return "$code"
}
)sh"_s;
    }
    return {};
}

class Writer
{
public:
    QString block(const Step &step)
    {
        QString text =
            u"\n# %1: %2 (%3)\n"_s.arg(oneLine(step.id), oneLine(step.title), reversalName(step.reversal));
        text += u"echo "_s + ShellScript::quoted(step.id + u": "_s + step.title) + u'\n';
        text += onHost(step.host, body(step));
        if (!step.instruction.isEmpty())
            text += comment(u"for a person: "_s + step.instruction);
        if (step.kind == u"edit-file" && step.reversal == Reversal::Automatic)
            text += comment(
                u"back: cp -p %1 %2"_s.arg(u"\"$kept\"/"_s + ShellScript::quoted(step.id),
                                           ShellScript::quoted(step.args.value(u"path"_s).toString())));
        if (step.kind == u"replace-tree" && step.reversal == Reversal::Automatic)
            text += comment(u"back: rm -rf PATH && mv ASIDE PATH, with the two paths above"_s);
        for (const QJsonValue &value : step.inverse) {
            const Step back = Step::fromJson(value.toObject());
            text += comment(u"back: "_s + back.title + u'\n' + onHost(back.host, body(back)));
        }
        return text;
    }
    QString secretLines() const { return m_shell.secretLines(); }

private:
    static QString oneLine(QString text) { return text.replace(u'\n', u' '); }
    static QString comment(const QString &text)
    {
        QString result;
        for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
            result += u"#   "_s + line + u'\n';
        return result;
    }
    static QString onHost(const QString &host, const QString &script)
    {
        // Context and namespace stand in every call.
        if (host.isEmpty() || host.startsWith(cluster))
            return script;
        return u"# to be run on %1:\n"_s.arg(oneLine(host)) + script;
    }

    QString body(const Step &step)
    {
        const QJsonObject args = step.args;
        const auto word = [&args](const QString &key) {
            return ShellScript::quoted(args.value(key).toString());
        };
        if (step.kind == u"run-command" || step.kind == u"run-detached")
            return commandBody(args);
        if (step.kind == u"edit-file")
            return editBody(step);
        if (step.kind == u"copy-tree")
            return u"copied %1 %2\n"_s.arg(word(u"from"_s), word(u"to"_s));
        if (step.kind == u"replace-tree")
            return u"[ -e %2 ] || [ ! -e %1 ] || mv %1 %2\ncopied %3 %1\n"_s.arg(
                word(u"path"_s), word(u"aside"_s), word(u"from"_s));
        if (step.kind == u"call-api")
            return m_shell.apiCall(args) + u" || fail \"$out\"\n"_s + question(args, u""_s);
        if (step.kind == u"wait-until")
            return waitBody(args, step.title);
        if (step.kind == u"observe")
            return observeBody(args);
        if (step.kind == u"seal-backup")
            return u"( cd %1 && find . -type f ! -name SHA256SUMS -exec sha256sum {} + >SHA256SUMS && sync )\n"_s
                .arg(word(u"folder"_s));
        if (step.kind == u"verify-backup")
            return u"( cd %1 && sha256sum -c --quiet SHA256SUMS ) || fail 'the backup is damaged'\n"_s.arg(
                word(u"folder"_s));
        return u"out=%1\nconfirm 'done' || fail 'a person is needed'\n"_s.arg(
            ShellScript::quoted(step.instruction));
    }

    QString question(const QJsonObject &holder, const QString &otherwise)
    {
        const QJsonArray conditions = holder.value(u"conditions"_s).toArray();
        if (conditions.isEmpty() || !holder.contains(u"probe"_s))
            return {};
        return m_shell.question(holder) + otherwise + u'\n';
    }

    QString commandBody(const QJsonObject &args)
    {
        QStringList codes;
        const QJsonArray accepted = args.value(u"accepted"_s).toArray();
        for (const QJsonValue &code : accepted)
            codes.append(QString::number(code.toInt()));
        QString text = u"rc=0; "_s + m_shell.command(args) + u" || rc=$?\ncase $rc in "_s +
                       (codes.isEmpty() ? u"0"_s : codes.join(u'|')) +
                       u") ;; *) fail \"it ended with $rc\" ;; esac\n"_s;
        const QJsonObject expect = args.value(u"expect"_s).toObject();
        text += question(expect, u" || fail \"not seen afterwards: $out\""_s);
        const QJsonObject unless = args.value(u"unless"_s).toObject();
        if (unless.value(u"conditions"_s).toArray().isEmpty())
            return text;
        return u"if "_s + m_shell.question(unless) + u"; then echo 'already so'; else\n"_s + text + u"fi\n"_s;
    }

    static QString editBody(const Step &step)
    {
        const QString path = ShellScript::quoted(step.args.value(u"path"_s).toString());
        const QString kept = u"\"$kept\"/"_s + ShellScript::quoted(step.id);
        const QByteArray hunks =
            hunksWithoutContext(lineEditsFromJson(step.args.value(u"edits"_s).toArray()));
        const QString before = step.args.value(u"beforeSha256"_s).toString();
        const QString after = step.args.value(u"afterSha256"_s).toString();
        const QByteArray diff = "--- before\n+++ after\n" + hunks;
        return u"[ -e %1 ] || : >%1\nif ! holds_sum %2 %1; then\nholds_sum %3 %1 || fail 'the file was "
               u"changed since the plan was made'\n"
               "cp -p %1 %4\npatch -s %1 %5\nholds_sum %2 %1 || fail 'the file is not as planned'\nfi\n"_s
                   .arg(path, after, before, kept, ShellScript::hereDocument(diff));
    }

    QString waitBody(const QJsonObject &args, const QString &title)
    {
        const int hold = args.value(u"holdSeconds"_s).toInt();
        QString text = u"wait_for %1 %2 %3\n"_s.arg(args.value(u"timeoutSeconds"_s).toInt(120))
                           .arg(ShellScript::quoted(m_shell.question(args)),
                                ShellScript::quoted(args.value(u"stallHint"_s).toString(title)));
        if (args.value(u"goOn"_s).toBool())
            return u"(%1) || :\n"_s.arg(text.trimmed());
        if (hold > 0)
            text += u"sleep %1\n"_s.arg(hold) +
                    question(args, u" || fail \"no more so after %1 s: $out\""_s.arg(hold));
        return text;
    }

    QString observeBody(const QJsonObject &args)
    {
        const QString file = u"\"$kept\"/"_s + ShellScript::quoted(args.value(u"name"_s).toString());
        QString text = u"look %1\nprintf '%s\\n' \"$out\" >%2\n"_s.arg(
            ShellScript::quoted(m_shell.probe(args.value(u"probe"_s).toObject())), file);
        text += question(args, u" || fail \"not as it must be: $out\""_s);
        const QString other = args.value(u"equalTo"_s).toString();
        if (!other.isEmpty())
            text +=
                u"diff \"$kept\"/%1 %2 || { out='see the differences above'; confirm 'harmless' || fail 'not as before'; }\n"_s
                    .arg(ShellScript::quoted(other), file);
        return text;
    }

    ShellScript m_shell;
};

} // namespace

QString planAsShell(const Plan &plan)
{
    Writer writer;
    QString steps;
    for (const Step &step : plan.steps) {
        if (step.id == plan.pointOfNoReturn && !plan.pointOfNoReturn.isEmpty())
            steps += u"\n# ---- point of no return: from here on the way back needs the backup ----\n"_s;
        steps += writer.block(step);
    }
    if (!plan.afterRollback.isEmpty())
        steps +=
            u"\nexit 0\n# ---- looked at after everything was taken back; nothing above leads here ----\n"_s;
    for (const Step &step : plan.afterRollback)
        steps += writer.block(step);
    return prologue + tunnels(plan) + writer.secretLines() + steps;
}
