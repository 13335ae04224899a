package io.querybudget.detection;

import io.querybudget.ExecutedStatement;
import io.querybudget.Growth;
import java.util.Collections;
import java.util.List;

/** Tells how numbers of statements grow with numbers of rows, without rounding. */
final class GrowthCurve {

    private GrowthCurve() {}

    /**
     * {@return how the counts grow}
     *
     * @param sizes the numbers of rows, ascending
     * @param counts the numbers of statements
     * @param statements those of the last count
     */
    static Growth of(List<Integer> sizes, List<Integer> counts, List<ExecutedStatement> statements) {
        if (Collections.max(counts).equals(counts.get(0))) {
            return Growth.CONSTANT;
        }
        int last = sizes.size() - 1;
        boolean isBelowOnePerRow = counts.get(last) - counts.get(0) < sizes.get(last) - sizes.get(0);
        if (statements.stream().anyMatch(GrowthCurve::isBatch)
                || (isBelowOnePerRow
                        && statements.stream()
                                .anyMatch(each -> StatementKeys.of(each).isBatched()))) {
            return Growth.BATCHED;
        }
        return isLine(sizes, counts) ? Growth.LINEAR : Growth.IRREGULAR;
    }

    private static boolean isBatch(ExecutedStatement statement) {
        return statement.cause().isBatched() || statement.execution().batchSize() > 1;
    }

    private static boolean isLine(List<Integer> sizes, List<Integer> counts) {
        int width = sizes.get(1) - sizes.get(0);
        int height = counts.get(1) - counts.get(0);
        for (int i = 2; i < sizes.size(); i++) {
            int nextWidth = sizes.get(i) - sizes.get(i - 1);
            int nextHeight = counts.get(i) - counts.get(i - 1);
            if ((long) height * nextWidth != (long) nextHeight * width) {
                return false;
            }
        }
        return height > 0;
    }
}
