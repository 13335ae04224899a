package io.querybudget.spring;

import io.querybudget.Analysis;
import io.querybudget.Finding;
import io.querybudget.Recording;
import io.querybudget.Rules;
import io.querybudget.Verdict;
import io.querybudget.detection.Detection;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each finding of an application into its log: in full the first time, later only how often it was seen.
 *
 * <p>Safe for use by many threads.
 */
final class FindingLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.querybudget");
    private static final int MOST_IDS = 1_000;

    private final Rules rules;
    private final Map<String, AtomicInteger> timesSeen = new ConcurrentHashMap<>();

    FindingLog(Rules rules) {
        this.rules = rules;
    }

    /** Analyses a unit of work and logs what is found in it. */
    void write(UnitOfWork unit) {
        Recording recording = unit.recording();
        if (recording.statements().isEmpty() && recording.connections().isEmpty()) {
            return;
        }
        LOG.debug("{}", Report.summary(recording));
        Analysis analysis = Detection.analyse(recording, rules);
        Map<String, List<Finding>> byId = analysis.findings().stream()
                .filter(finding -> finding.verdict() != Verdict.INFO)
                .collect(Collectors.groupingBy(Finding::id, LinkedHashMap::new, Collectors.toList()));
        List<Finding> news = new ArrayList<>();
        byId.forEach((id, findings) -> {
            int times = countedTimes(id);
            if (times == 1) {
                news.addAll(findings);
            } else if (isPowerOfTen(times)) {
                LOG.warn("{}", Report.reminder(analysis, findings.get(0), times));
            }
        });
        if (!news.isEmpty()) {
            LOG.warn("{}", Report.warning(analysis, news));
        }
    }

    /** {@return in how many units of work a finding was seen, 0 when too many others were} */
    private int countedTimes(String id) {
        boolean isFull = timesSeen.size() >= MOST_IDS && !timesSeen.containsKey(id);
        return isFull
                ? 0
                : timesSeen.computeIfAbsent(id, unused -> new AtomicInteger()).incrementAndGet();
    }

    private static boolean isPowerOfTen(int number) {
        int rest = number;
        while (rest >= 10 && rest % 10 == 0) {
            rest /= 10;
        }
        return rest == 1;
    }
}
