package io.querybudget.report;

import io.querybudget.FetchFix;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Groups the findings whose statements one loop issued in turn, row by row. */
final class Loops {

    private Loops() {}

    /** {@return the findings in their order, those of one loop together; most stand alone} */
    static List<List<Finding>> of(List<Finding> findings) {
        List<List<Finding>> loops = new ArrayList<>();
        for (Finding finding : findings) {
            loops.stream()
                    .filter(loop -> loop.stream().anyMatch(other -> areInTurn(other, finding)))
                    .findFirst()
                    .orElseGet(() -> {
                        loops.add(new ArrayList<>());
                        return loops.get(loops.size() - 1);
                    })
                    .add(finding);
        }
        return loops;
    }

    private static boolean areInTurn(Finding one, Finding other) {
        return isByLoop(one) && isByLoop(other) && haveSameRows(one, other) && overlap(one, other);
    }

    /** Hibernate itself loads what the mapping asks for, while it reads the rows of a query. */
    private static boolean isByLoop(Finding finding) {
        return finding.kind() == FindingKind.N_PLUS_ONE
                && !(finding.fix() instanceof FetchFix.FetchEager)
                && !(finding.fix() instanceof FetchFix.ShareKey);
    }

    /** The first row that led to a statement may be another one, when an inner loop walks the rows of an outer one. */
    private static boolean haveSameRows(Finding one, Finding other) {
        return Objects.equals(one.enclosingId(), other.enclosingId())
                && (one.enclosingId() != null || one.parentId() == other.parentId());
    }

    /** A second loop over the same rows begins when the first one has ended. */
    private static boolean overlap(Finding one, Finding other) {
        return first(one) < last(other) && first(other) < last(one);
    }

    private static long first(Finding finding) {
        return finding.statementIds().get(0);
    }

    private static long last(Finding finding) {
        return finding.statementIds().get(finding.statementIds().size() - 1);
    }
}
