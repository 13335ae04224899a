package io.querybudget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTests {

    private static Association association(String entity, String path, Association.Kind kind) {
        return new Association(entity, path, kind, false, null);
    }

    @Test
    void an_association_prints_as_its_role_without_the_package() {
        Association lines = association("com.acme.Order", "lines", Association.Kind.BAG);

        assertThat(lines).hasToString("Order.lines");
        assertThat(lines.role()).isEqualTo("com.acme.Order.lines");
    }

    @Test
    void an_association_of_a_nested_entity_prints_without_the_enclosing_class() {
        assertThat(association("com.acme.Model$Order", "address.country", Association.Kind.TO_ONE))
                .hasToString("Order.address.country");
        assertThat(association("Order", "lines", Association.Kind.BAG)).hasToString("Order.lines");
    }

    @Test
    void only_collections_are_plural() {
        assertThat(Association.Kind.values())
                .filteredOn(kind -> association("Order", "lines", kind).isPlural())
                .containsExactly(Association.Kind.BAG, Association.Kind.COLLECTION, Association.Kind.ANY_COLLECTION);
    }

    private static CallSite callSite(String className, String methodName, String fileName, int line) {
        return CallSite.of(new StackTraceElement(className, methodName, fileName, line));
    }

    @Test
    void a_call_site_prints_in_a_form_that_becomes_a_link() {
        assertThat(callSite("com.acme.OrderService", "totals", "OrderService.java", 39))
                .hasToString("OrderService.totals (OrderService.java:39)");
    }

    @Test
    void a_call_site_prints_what_is_known() {
        assertThat(callSite("com.acme.OrderService", "totals", "OrderService.java", -1))
                .hasToString("OrderService.totals (OrderService.java)");
        assertThat(new CallSite("com.acme.OrderService", "totals", null, 39)).hasToString("OrderService.totals");
    }

    @Test
    void a_call_site_in_a_lambda_names_the_method_around_it() {
        assertThat(callSite("com.acme.OrderService", "lambda$totals$12", "OrderService.java", 39)
                        .methodName())
                .isEqualTo("totals");
        assertThat(callSite("com.acme.OrderService", "lambda$sum$of$0", "OrderService.java", 39)
                        .methodName())
                .isEqualTo("sum$of");
    }

    @Test
    void a_call_site_in_a_nested_class_names_that_class() {
        assertThat(callSite("com.acme.OrderService$Totals", "sum", "OrderService.java", 5)
                        .simpleClassName())
                .isEqualTo("Totals");
        assertThat(callSite("com.acme.OrderService$1", "sum", "OrderService.java", 5)
                        .simpleClassName())
                .isEqualTo("OrderService$1");
    }

    @Test
    void a_call_site_without_its_line_survives_edits_of_the_file() {
        assertThat(callSite("com.acme.OrderService", "totals", "OrderService.java", 39)
                        .withoutLine())
                .isEqualTo("com.acme.OrderService.totals");
    }

    @Test
    void a_fix_location_prints_the_repository_method_else_the_line() {
        assertThat(new FixLocation("OrderRepository.findOpen", Recordings.line(39)))
                .hasToString("OrderRepository.findOpen");
        assertThat(new FixLocation(null, Recordings.line(39)))
                .hasToString("OrderService.totals (OrderService.java:39)");
        assertThat(new FixLocation(null, null)).hasToString("the query");
    }

    @Test
    void a_finding_has_an_association_only_when_the_evidence_fits_one() {
        Fix none = new Fix.None();

        assertThat(Findings.nPlusOne("1", List.of(Findings.LINES), 1, 2, none, null)
                        .association())
                .contains(Findings.LINES);
        assertThat(Findings.nPlusOne("1", List.of(), 1, 2, none, null).association())
                .isEmpty();
        assertThat(Findings.nPlusOne("1", List.of(Findings.LINES, Findings.PRODUCT), 1, 2, none, null)
                        .association())
                .isEmpty();
    }

    @Test
    void an_analysis_gives_the_findings_of_one_verdict() {
        Finding proven = Findings.nPlusOne("1", List.of(Findings.LINES), 1, 2, new Fix.None(), null);
        Finding likely = Findings.likely(
                FindingKind.DUPLICATE,
                3,
                2,
                Finding.Coverage.NONE,
                new LookUpFix.AskOnce(LookUpFix.AskOnce.Answer.RESULT));
        Analysis analysis = new Analysis(Recordings.of(), List.of(proven, likely), List.of(), List.of());

        assertThat(analysis.findings(Verdict.PROVEN)).containsExactly(proven);
        assertThat(analysis.findings(Verdict.LIKELY)).containsExactly(likely);
        assertThat(analysis.findings(Verdict.INFO)).isEmpty();
    }
}
