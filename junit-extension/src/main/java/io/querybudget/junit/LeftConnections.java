package io.querybudget.junit;

import io.querybudget.Analysis;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.Verdict;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The connections that a test method left open: lost ones, which fail it, and ones that something still refers to, such as a
 * fixture that closes them after the method.
 *
 * <p>Only a garbage collection tells both apart. It is asked for when a method left connections open, but not again for
 * those of a line that was seen to keep them. Confined to the thread of the test.
 */
final class LeftConnections {

    private static final int MOST_COLLECTIONS = 10;
    private static final Set<String> KEPT_IDS = ConcurrentHashMap.newKeySet();

    private final Supplier<Analysis> detection;
    private boolean areKept;

    LeftConnections(Supplier<Analysis> detection) {
        this.detection = detection;
    }

    /** {@return what was found in the method, connections that may still be closed left out} */
    Analysis atEndOfMethod() {
        Analysis analysis = detection.get();
        if (kept(analysis).anyMatch(finding -> !KEPT_IDS.contains(finding.id())) && isCollected()) {
            analysis = detection.get();
            kept(analysis).map(Finding::id).forEach(KEPT_IDS::add);
        }
        areKept = kept(analysis).findAny().isPresent();
        return with(analysis, finding -> !isKept(finding));
    }

    /** {@return what was found of the connections that even what cleans up after the method left open; told once} */
    Optional<Analysis> afterMethod() {
        boolean isAsked = areKept;
        areKept = false;
        return isAsked
                ? Optional.of(with(detection.get(), finding -> finding.kind() == FindingKind.UNCLOSED_CONNECTION))
                : Optional.empty();
    }

    /** {@return whether garbage was collected; the JVM ignores the wish while native code holds an array} */
    private static boolean isCollected() {
        WeakReference<Object> garbage = new WeakReference<>(new Object());
        for (int i = 0; i < MOST_COLLECTIONS && garbage.get() != null; i++) {
            System.gc();
        }
        return garbage.get() == null;
    }

    private static Stream<Finding> kept(Analysis analysis) {
        return analysis.findings().stream().filter(LeftConnections::isKept);
    }

    private static boolean isKept(Finding finding) {
        return finding.kind() == FindingKind.UNCLOSED_CONNECTION && finding.verdict() == Verdict.LIKELY;
    }

    private static Analysis with(Analysis analysis, Predicate<Finding> condition) {
        List<Finding> findings = analysis.findings().stream().filter(condition).toList();
        return new Analysis(analysis.recording(), findings, analysis.unexercised(), analysis.tree());
    }
}
