package io.querybudget;

import java.util.List;

/**
 * Whether code executes no more statements for more rows than it may.
 *
 * @param analysis what was measured
 * @param allowed the worst growth that is allowed
 * @param refused the shapes that grow in a worse way
 * @param largest what is wrong with the largest run by itself
 */
public record GrowthJudgement(GrowthAnalysis analysis, Growth allowed, List<ShapeGrowth> refused, Judgement largest) {

    /** Copies the shapes. */
    public GrowthJudgement {
        refused = List.copyOf(refused);
    }

    /**
     * {@return the judgement about growth}
     *
     * @param allowed the worst growth that is allowed
     * @param budget what holds for the largest run; the statements of findings that it allows may grow in any way
     */
    public static GrowthJudgement of(GrowthAnalysis analysis, Growth allowed, Budget budget) {
        List<Finding> findings = analysis.largest().findings();
        List<ShapeGrowth> refused = analysis.shapes().stream()
                .filter(shape -> shape.growth().compareTo(allowed) > 0)
                .filter(shape ->
                        findings.stream().noneMatch(finding -> shape.isIn(finding) && isAllowed(budget, finding)))
                .toList();
        List<Finding> refusedFindings = findings.stream()
                .filter(budget.rules()::refuse)
                .filter(finding -> !isAllowed(budget, finding))
                .filter(finding -> analysis.shapes().stream()
                        .noneMatch(shape ->
                                shape.isIn(finding) && shape.growth() != Growth.CONSTANT && !refused.contains(shape)))
                .toList();
        return new GrowthJudgement(
                analysis,
                allowed,
                refused,
                new Judgement(budget, analysis.largest(), List.of(), refusedFindings, analysis.uncounted()));
    }

    /** {@return whether nothing grows that may not, nothing else is wrong, and that is certain} */
    public boolean isPassed() {
        return refused.isEmpty() && largest.isPassed() && analysis.isExercised();
    }

    /** The rows are made for this check, so that the most statements that are allowed elsewhere do not count here. */
    private static boolean isAllowed(Budget budget, Finding finding) {
        return budget.allowances().stream().anyMatch(allowance -> allowance.names(finding));
    }
}
