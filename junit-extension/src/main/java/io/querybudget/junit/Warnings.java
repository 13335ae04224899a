package io.querybudget.junit;

import io.querybudget.Analysis;
import io.querybudget.Budget;
import io.querybudget.Finding;
import io.querybudget.Verdict;
import io.querybudget.report.Report;
import io.querybudget.report.SetupText;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what does not fail a test, each finding once in this JVM.
 *
 * <p>Safe for use by many threads.
 */
final class Warnings {

    private static final Logger LOG = LoggerFactory.getLogger("io.querybudget");
    private static final Set<String> LOGGED_IDS = ConcurrentHashMap.newKeySet();

    private Warnings() {}

    /** Logs the findings of a test that a budget neither refuses nor allows, together. */
    static void log(Analysis analysis, Budget budget) {
        List<Finding> left = analysis.findings().stream()
                .filter(finding -> finding.verdict() != Verdict.INFO)
                .filter(finding -> !budget.rules().refuse(finding) && !budget.allows(finding))
                .toList();
        Set<String> newIds =
                left.stream().map(Finding::id).filter(LOGGED_IDS::add).collect(Collectors.toSet());
        List<Finding> news =
                left.stream().filter(finding -> newIds.contains(finding.id())).toList();
        if (!news.isEmpty()) {
            LOG.warn("{}", Report.warning(analysis, news));
        }
    }

    /** Logs that pending writes of a test are missing in its counts. */
    static void logFailedFlushes(String test, List<String> messages) {
        messages.forEach(message -> LOG.warn("{}: {}", test, SetupText.failedFlush(message)));
    }
}
