// SPDX-FileCopyrightText: 2026 Kestra Upgrade Assistant contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/releases/notekinds.h"

#include "app/base/version.h"

#include <QHash>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace
{

const QHash<QString, QString> &knownHeadings()
{
    static const QHash<QString, QString> known = [] {
        QHash<QString, QString> map;
        const auto add = [&map](const QString &kind, const QString &titles) {
            for (const QString &title : titles.split(u'|'))
                map.insert(title, kind);
        };
        add(u"breaking"_s,
            u"breaking|significant changes|major changes|incompatible changes|not backward compatible"_s);
        add(u"feature"_s,
            u"feature|features|new features|added|new|enhancements|features and enhancements|improvements|"
            "enhancement|highlights|new plugins"_s);
        add(u"fix"_s, u"bug fixes|bugfixes|bug fix|fixes|fixed|bug fixes and improvements"_s);
        add(u"security"_s, u"security|security fixes"_s);
        add(u"change"_s,
            u"changes|changed|chores|chore|commits|merge|subtasks|code refactoring|refactoring|refactor|"
            "notable changes|minor changes|patch changes|misc internal|misc|internal|release changes|"
            "maintenance|maintenance and internal improvements|performance|styles|reverts|other changes"_s);
        add(u"documentation"_s, u"documentation|docs|documentation changes"_s);
        add(u"test"_s, u"tests|test"_s);
        add(u"build"_s, u"build|builds|ci|continuous integration"_s);
        add(u"dependencies"_s, u"dependencies|dependency updates|deps|updated dependencies"_s);
        add(u"deprecated"_s, u"deprecations|deprecated|deprecation|deprecation notices"_s);
        add(u"removed"_s, u"removed|removals|removed features"_s);
        add(u"action"_s,
            u"migration|migrations|upgrade notes|upgrading|action required|before you upgrade|"
            "upgrade and migration|renaming and deprecations|upgrade considerations|important notes|"
            "release notices|upgrade instructions|migration guide|important"_s);
        add(u"contributors"_s, u"contributors|new contributors|thank you|thanks|acknowledgements"_s);
        add(u"container"_s,
            u"changelog|full changelog|whats changed|what s changed|release notes|kestra changelog"_s);
        return map;
    }();
    return known;
}

bool isVersionTitle(const QString &title)
{
    // "2.0.0", "[1.21.0] - 2026-07-23", "v2.14 to 3.0", "Airflow 2.6.2 (2023-06-12)"
    const QList<QStringView> words = QStringView(title).split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < qMin(words.size(), qsizetype(2)); ++i) {
        QStringView word = words[i];
        while (!word.isEmpty() && QStringView(u"[(").contains(word.front()))
            word = word.sliced(1);
        const qsizetype end = word.indexOf(u']');
        if (Version::parse(end < 0 ? word : word.first(end)))
            return words.size() <= 5;
    }
    return false;
}

bool hasPhrase(const QString &words, std::initializer_list<QStringView> phrases)
{
    for (const QStringView &phrase : phrases) {
        qsizetype at = words.indexOf(phrase);
        while (at >= 0) {
            const qsizetype end = at + phrase.size();
            if ((at == 0 || words[at - 1] == u' ') &&
                (end == words.size() || words[end] == u' ' || words[end] == u's'))
                return true;
            at = words.indexOf(phrase, end);
        }
    }
    return false;
}

BreakingWord phraseOf(const QString &words)
{
    if (hasPhrase(words,
                  {u"non breaking", u"nonbreaking", u"no breaking", u"not breaking", u"without breaking",
                   u"not a breaking", u"no known breaking", u"no incompatible", u"non incompatible"}))
        return BreakingWord::Denied;
    if (!hasPhrase(words, {u"breaking change", u"backward incompatible", u"backwards incompatible",
                           u"incompatible change", u"backward incompatibilitie", u"breaking api change",
                           u"potentially breaking"}))
        return BreakingWord::None;
    if (hasPhrase(words, {u"future breaking", u"upcoming breaking", u"planned breaking", u"future release",
                          u"coming breaking"}))
        return BreakingWord::Announced;
    return BreakingWord::Mentioned;
}

} // namespace

QString plainWords(const QString &text)
{
    QString words;
    words.reserve(text.size());
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            words += c.toLower();
        else if (!words.isEmpty() && words.back() != u' ')
            words += u' ';
    }
    return words.trimmed();
}

HeadingKind headingKind(const QString &title)
{
    const QString words = plainWords(title.first(qMin(title.size(), qsizetype(400))));
    if (words.contains(u"edition change"))
        return {u"edition"_s, words.contains(u"enterprise") ? u"EE"_s : u"OSS"_s};
    if (const auto known = knownHeadings().constFind(words); known != knownHeadings().cend())
        return {known.value(), {}};
    if (isVersionTitle(title))
        return {u"version"_s, {}};
    switch (phraseOf(words)) {
    case BreakingWord::Denied:
        return {u"change"_s, {}};
    case BreakingWord::Announced:
        return {u"announced"_s, {}};
    case BreakingWord::Mentioned:
        return {u"breaking"_s, {}};
    default:
        break;
    }
    return {words.contains(u"breaking") && !words.contains(u"groundbreaking") && words.count(u' ') < 6
                ? u"breaking"_s
                : u"other"_s,
            {}};
}

BreakingWord breakingWord(const QString &text)
{
    const QStringView start = QStringView(text).first(qMin(text.size(), qsizetype(4000)));
    const QString words = plainWords(start.toString());
    const BreakingWord phrase = phraseOf(words);
    if (phrase == BreakingWord::Denied)
        return phrase;
    const qsizetype mark = start.indexOf(u"!:");
    const bool conventional = mark > 0 && mark < 60 &&
                              (start[mark - 1].isLetter() || start[mark - 1] == u')') &&
                              start.first(mark).indexOf(u' ') < 0;
    if (conventional || start.contains(u"🚨") || start.contains(u"BREAKING CHANGE") ||
        start.contains(u"BREAKING-CHANGE") ||
        (words.startsWith(u"breaking ") && start.indexOf(u':') > 0 && start.indexOf(u':') < 20) ||
        start.startsWith(u"[breaking]", Qt::CaseInsensitive) ||
        start.startsWith(u"**breaking", Qt::CaseInsensitive))
        return BreakingWord::Marked;
    return phrase;
}

bool saysNothing(const QString &text)
{
    const QString words = plainWords(text.first(qMin(text.size(), qsizetype(200))));
    if (words == u"none" || words == u"n a" || words == u"nothing" || words == u"no")
        return true;
    return text.size() < 120 && (words.startsWith(u"no ") || words.startsWith(u"there are no ")) &&
           words.contains(u"change") && !words.contains(u"no longer");
}

bool isNoise(const QString &text, const QString &scope)
{
    const QString words = plainWords(text.first(qMin(text.size(), qsizetype(200))));
    if (scope == u"deps" || scope == u"version" || scope == u"i18n" || scope == u"translations")
        return true;
    for (const QStringView start :
         {QStringView(u"update to version"), QStringView(u"update version to"),
          QStringView(u"set the version to"), QStringView(u"upgrade to version"),
          QStringView(u"merge branch"), QStringView(u"merge pull request"), QStringView(u"bump "),
          QStringView(u"localize to languages"), QStringView(u"ui translations"), QStringView(u"version ")}) {
        if (words.startsWith(start))
            return true;
    }
    return words.contains(u"translations") && words.size() < 80;
}
