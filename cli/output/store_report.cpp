// SPDX-License-Identifier: Apache-2.0
#include "cli/output/store_report.hpp"

#include "cli/output/counted.hpp"

#include <fmt/format.h>

namespace entente::cli {

void StoreReport::count(store::AddOutcome outcome, std::size_t article_mentions)
{
    switch (outcome) {
    case store::AddOutcome::added:
        ++added;
        break;
    case store::AddOutcome::replaced:
        ++replaced;
        break;
    case store::AddOutcome::unchanged:
        ++unchanged;
        return;
    }
    mentions += article_mentions;
}

void StoreReport::print(Session& session, bool json) const
{
    if (json) {
        session.out << fmt::format(R"({{"added":{},"replaced":{},"unchanged":{},"failed":{},)"
                                   R"("mentions":{}}})"
                                   "\n",
                                   added, replaced, unchanged, failed, mentions);
    } else if (!session.quiet) {
        session.out << fmt::format("added {}, replaced {}, unchanged {}, failed {}; {}\n", added,
                                   replaced, unchanged, failed, counted(mentions, "mention"));
    }
}

} // namespace entente::cli
