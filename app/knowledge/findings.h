// PROVISIONAL: overwrite me freely (the owner of app/knowledge); names are those that app/wizard uses.
#pragma once
#include "app/installation/installation.h"
#include "app/base/result.h"
enum class Verdict { Hits, Unknown, Clear };
inline QString verdictName(Verdict) {return {};}
struct FindingFix { QString path; QByteArray before, after; };
struct Finding { QString id; Version version; QString severity; Verdict verdict; QString title, what, action, source, why; QStringList where; QList<FindingFix> fixes; QJsonObject toJson() const {return {};} };
struct RuleSet { static Result<RuleSet> builtIn() { return RuleSet(); } };
inline Result<QList<Finding>> matchRules(const RuleSet&, const Installation&, Version, Version) { return QList<Finding>(); }
