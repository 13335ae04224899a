package io.querybudget.report;

import io.querybudget.CallSite;
import io.querybudget.Growth;
import io.querybudget.GrowthJudgement;
import io.querybudget.ShapeGrowth;
import io.querybudget.sql.SqlText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says which statements grow with the rows, and how. */
final class GrowthText {

    private static final int LONGEST_SQL = 100;
    private static final int MOST_PLACES = 4;

    private GrowthText() {}

    static String failure(GrowthJudgement judgement, List<String> failedFlushes) {
        List<String> headlines = new ArrayList<>();
        List<Integer> sizes = judgement.analysis().sizes();
        if (!judgement.analysis().isExercised()) {
            headlines.add("not exercised: no result and no write became more for " + rows(sizes)
                    + ", so that the number of statements says nothing");
            headlines.add("Make as many rows as populate is asked for, and such that the call reads them");
        } else if (!judgement.refused().isEmpty()) {
            headlines.add(expectation(judgement.allowed()) + " for " + rows(sizes));
            judgement.refused().forEach(shape -> headlines.add(growth(sizes, shape)));
        }
        headlines.addAll(JudgementText.of(judgement.largest()));
        List<String> lines = new ArrayList<>(
                Report.headed(judgement.largest().analysis().recording().name(), headlines));
        failedFlushes.forEach(message -> lines.add("  note: " + SetupText.failedFlush(message)));
        List<String> details = Report.details(judgement.largest().analysis());
        if (!details.isEmpty()) {
            lines.add("");
            lines.addAll(details);
        }
        return String.join("\n", lines);
    }

    private static String expectation(Growth allowed) {
        return switch (allowed) {
            case CONSTANT -> "expected the same statements";
            case BATCHED -> "expected at most one more statement per batch of rows";
            case LINEAR, IRREGULAR -> "expected the same number of statements per row";
        };
    }

    private static String rows(List<Integer> sizes) {
        int last = sizes.size() - 1;
        return sizes.subList(0, last).stream().map(String::valueOf).collect(Collectors.joining(", ")) + " and "
                + Sentences.count(sizes.get(last), "row");
    }

    private static String growth(List<Integer> sizes, ShapeGrowth shape) {
        String sql = shape.statements().get(0).sql();
        String counts = shape.counts().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return SqlText.of(sql).display(LONGEST_SQL) + " grows " + slope(sizes, shape) + ": " + counts + places(shape);
    }

    private static String places(ShapeGrowth shape) {
        return shape.statements().stream()
                .flatMap(statement -> Stream.concat(
                        Stream.ofNullable(statement.repositoryMethod()),
                        statement.origin().map(CallSite::toString).stream()))
                .distinct()
                .limit(MOST_PLACES)
                .map(place -> "  " + place)
                .collect(Collectors.joining());
    }

    private static String slope(List<Integer> sizes, ShapeGrowth shape) {
        if (shape.growth() == Growth.IRREGULAR) {
            return "irregularly";
        }
        int last = sizes.size() - 1;
        BigInteger statements =
                BigInteger.valueOf(shape.counts().get(last) - shape.counts().get(0));
        BigInteger rows = BigInteger.valueOf(sizes.get(last) - sizes.get(0));
        BigInteger divisor = statements.gcd(rows);
        BigInteger perRows = rows.divide(divisor);
        return "by " + statements.divide(divisor) + " per "
                + (perRows.equals(BigInteger.ONE) ? "row" : perRows + " rows")
                + (shape.growth() == Growth.BATCHED ? ", in batches" : "");
    }
}
