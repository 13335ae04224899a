package io.querybudget.junit;

import io.querybudget.Analysis;
import io.querybudget.Budget;
import io.querybudget.Judgement;
import io.querybudget.Recording;
import io.querybudget.ShapeChange;
import io.querybudget.detection.Detection;
import io.querybudget.report.SnapshotText;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.AssertionFailedError;

/** Compares what a test executed with its snapshot, or writes that where this is asked for. */
final class SnapshotCheck {

    private SnapshotCheck() {}

    /** {@return whether a test is to be compared: it or a class around it says so} */
    static boolean isWanted(ExtensionContext test) {
        Optional<ExtensionContext> context = Optional.of(test);
        while (context.isPresent()) {
            if (AnnotationSupport.isAnnotated(context.get().getElement(), QuerySnapshot.class)) {
                return true;
            }
            context = context.get().getParent();
        }
        return false;
    }

    /** {@return the failure of a test whose statements are not those of its snapshot, or could not all be counted} */
    static Optional<AssertionFailedError> failure(
            Recording recording, List<String> failedFlushes, ExtensionContext test) {
        if (BudgetCheck.isOff(Optional.of(test))) {
            return Optional.empty();
        }
        return BudgetCheck.blindness(recording.name(), Optional.of(test))
                .or(() -> uncounted(recording, failedFlushes))
                .or(() -> difference(recording, test));
    }

    private static Optional<AssertionFailedError> uncounted(Recording recording, List<String> failedFlushes) {
        Judgement.Uncounted uncounted = Judgement.Uncounted.of(recording);
        if (uncounted.isEmpty()) {
            return Optional.empty();
        }
        Analysis analysis = Detection.analyse(recording);
        return BudgetCheck.failure(
                new Judgement(Budget.UNLIMITED, analysis, List.of(), List.of(), uncounted), failedFlushes);
    }

    private static Optional<AssertionFailedError> difference(Recording recording, ExtensionContext test) {
        String name = recording.name();
        Class<?> testClass = topLevel(test);
        Optional<Path> directory = TestSource.directory(testClass);
        if (directory.isEmpty()) {
            return failed(SnapshotText.noSource(name, testClass.getName()));
        }
        SnapshotFile file = new SnapshotFile(directory.get().resolve(testClass.getSimpleName() + ".queries.txt"));
        Snapshot actual = Snapshot.of(recording);
        Optional<Snapshot> expected = file.read(name);
        if (isUpdate(test)) {
            return expected.filter(known -> actual.since(known, recording).isEmpty())
                            .isPresent()
                    ? Optional.empty()
                    : update(file, name, actual);
        }
        if (expected.isEmpty()) {
            return failed(SnapshotText.missing(name, file.name()));
        }
        Collection<ShapeChange> changes = actual.since(expected.get(), recording);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new AssertionFailedError(
                        SnapshotText.differs(name, file.name(), changes),
                        String.join("\n", expected.get().lines()),
                        String.join("\n", actual.lines())));
    }

    private static Optional<AssertionFailedError> update(SnapshotFile file, String test, Snapshot actual) {
        if (System.getenv("CI") != null) {
            return failed(SnapshotText.notHere(test));
        }
        file.write(test, actual);
        return Optional.empty();
    }

    private static boolean isUpdate(ExtensionContext test) {
        return Setting.SNAPSHOTS.of(Optional.of(test)).filter("update"::equals).isPresent();
    }

    private static Optional<AssertionFailedError> failed(String text) {
        return Optional.of(new AssertionFailedError(text));
    }

    private static Class<?> topLevel(ExtensionContext test) {
        Class<?> type = test.getRequiredTestClass();
        while (type.getEnclosingClass() != null) {
            type = type.getEnclosingClass();
        }
        return type;
    }
}
