package io.querybudget.detection;

import io.querybudget.Analysis;
import io.querybudget.Cause;
import io.querybudget.ExecutedStatement;
import io.querybudget.Finding;
import io.querybudget.FindingKind;
import io.querybudget.Fix;
import io.querybudget.Growth;
import io.querybudget.GrowthAnalysis;
import io.querybudget.Judgement.Uncounted;
import io.querybudget.Recording;
import io.querybudget.ShapeGrowth;
import io.querybudget.StatementKind;
import io.querybudget.Verdict;
import io.querybudget.sql.SqlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares runs of the same code with more and more rows, shape by shape. */
public final class GrowthDetection {

    private GrowthDetection() {}

    /**
     * {@return what grows}
     *
     * @param sizes how many rows there were in each run, ascending
     * @param runs what each run executed
     */
    public static GrowthAnalysis analyse(List<Integer> sizes, List<Recording> runs) {
        List<Map<Object, List<ExecutedStatement>>> byShape =
                runs.stream().map(GrowthDetection::byShape).toList();
        Set<Object> keys = new LinkedHashSet<>();
        byShape.forEach(run -> keys.addAll(run.keySet()));
        List<ShapeGrowth> shapes =
                keys.stream().map(key -> shape(sizes, key, byShape)).toList();
        return new GrowthAnalysis(
                sizes,
                shapes,
                certain(Detection.analyse(runs.get(runs.size() - 1)), shapes),
                keys.stream().anyMatch(key -> isExercised(key, byShape)),
                uncounted(runs));
    }

    /** Values of sequences are fetched ahead, for whichever run comes next. */
    private static Map<Object, List<ExecutedStatement>> byShape(Recording run) {
        return run.statements().stream()
                .filter(statement -> statement.kind().isCounted())
                .filter(statement -> !SqlText.of(statement.sql()).isSequenceFetch())
                .collect(Collectors.groupingBy(GrowthDetection::key, LinkedHashMap::new, Collectors.toList()));
    }

    /** Hibernate loads the last one of a batch by another SQL text than the others. */
    private static Object key(ExecutedStatement statement) {
        if (statement.cause() instanceof Cause.CollectionLoad load) {
            return load.collection();
        }
        if (statement.cause() instanceof Cause.EntityLoad load
                && !load.entityName().isEmpty()) {
            return List.of(load.entityName(), load.reason());
        }
        return statement.shape();
    }

    private static ShapeGrowth shape(List<Integer> sizes, Object key, List<Map<Object, List<ExecutedStatement>>> runs) {
        List<Integer> counts =
                runs.stream().map(run -> statements(run, key).size()).toList();
        List<ExecutedStatement> latest = runs.stream()
                .map(run -> statements(run, key))
                .filter(statements -> !statements.isEmpty())
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return new ShapeGrowth(latest, counts, GrowthCurve.of(sizes, counts, latest));
    }

    private static List<ExecutedStatement> statements(Map<Object, List<ExecutedStatement>> run, Object key) {
        return run.getOrDefault(key, List.of());
    }

    /** {@return whether what the statements returned, or how much they wrote, became more with each run} */
    private static boolean isExercised(Object key, List<Map<Object, List<ExecutedStatement>>> runs) {
        List<Long> amounts = runs.stream()
                .map(run -> statements(run, key).stream()
                        .mapToLong(statement -> statement.kind() == StatementKind.SELECT
                                ? statement.rows()
                                : statement.execution().batchSize())
                        .sum())
                .toList();
        for (int i = 1; i < amounts.size(); i++) {
            if (amounts.get(i) <= amounts.get(i - 1)) {
                return false;
            }
        }
        return true;
    }

    /** {@return the analysis with nothing left that is likely: it is proven by its growth, or was a coincidence} */
    private static Analysis certain(Analysis analysis, List<ShapeGrowth> shapes) {
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : analysis.findings()) {
            boolean grows = shapes.stream().anyMatch(shape -> shape.growth() != Growth.CONSTANT && shape.isIn(finding));
            if (finding.verdict() != Verdict.LIKELY) {
                findings.add(finding);
            } else if (grows) {
                findings.add(finding.with(Verdict.PROVEN));
            }
        }
        Statements statements = new Statements(analysis.recording().statements());
        LookUpAdvisor advisor = new LookUpAdvisor(
                statements,
                new KeyRelations(analysis.recording().keyRelations()),
                analysis.recording().mapping(),
                KeyReferences.of(analysis.recording(), statements));
        shapes.stream()
                .filter(shape -> isUnexplained(shape, findings))
                .map(shape -> lookUps(shape.statements(), advisor))
                .forEach(findings::add);
        return new Analysis(
                analysis.recording(), findings, analysis.unexercised(), new TreeBuilder(statements, findings).build());
    }

    /** One select per row is an N+1, also when a single run showed nothing that ties them to rows. */
    private static boolean isUnexplained(ShapeGrowth shape, List<Finding> findings) {
        return shape.growth() == Growth.LINEAR
                && shape.statements().get(0).kind() == StatementKind.SELECT
                && findings.stream().noneMatch(shape::isIn);
    }

    private static Finding lookUps(List<ExecutedStatement> lookUps, LookUpAdvisor advisor) {
        List<Trigger> triggers =
                lookUps.stream().map(lookUp -> new Trigger(lookUp, List.of())).toList();
        Fix fix = advisor.advise(new Evidence(triggers, Verdict.PROVEN, List.of()));
        return Waste.finding(FindingKind.N_PLUS_ONE, Verdict.PROVEN, lookUps, fix);
    }

    private static Uncounted uncounted(List<Recording> runs) {
        List<Uncounted> all = runs.stream().map(Uncounted::of).toList();
        return new Uncounted(
                all.stream()
                        .flatMap(uncounted -> uncounted.strays().stream())
                        .distinct()
                        .toList(),
                all.stream().mapToInt(Uncounted::unseen).sum(),
                0,
                all.stream().mapToInt(Uncounted::unexamined).sum());
    }
}
