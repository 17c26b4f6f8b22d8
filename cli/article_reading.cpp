// SPDX-License-Identifier: Apache-2.0
#include "cli/article_reading.hpp"

#include "cli/output/diagnostics_printer.hpp"
#include "cli/output/progress.hpp"

namespace entente::cli {

Result<ExitStatus> read_articles(Session& session, const extractors::Extractor& extractor,
                                 const std::vector<std::string>& inputs,
                                 const extractors::PipelineOptions& options,
                                 const std::function<void(const extractors::Delivery&)>& take)
{
    Progress progress{session, "articles"};
    DiagnosticsPrinter diagnostics{session, &progress};
    std::size_t done = 0;
    const auto deliver = [&](const extractors::Delivery& delivery) -> Status {
        take(delivery);
        done += delivery.last ? 1 : 0;
        progress.show(done);
        return session.out ? Status{} : Status{Error{ErrorCode::write_failed, "output closed"}};
    };
    const auto ran =
        extractors::run_pipeline(extractor, inputs, options, session.in, diagnostics, {}, deliver);
    progress.clear();
    if (!ran && session.out) {
        return ran.error();
    }
    return diagnostics.status(done);
}

} // namespace entente::cli
