package com.acme.depot;

import static org.assertj.core.api.Assertions.assertThat;

import io.querybudget.CallSite;
import io.querybudget.ExecutedStatement;
import io.querybudget.StatementKind;
import io.querybudget.recording.UnitOfWork;
import io.querybudget.recording.UnitScope;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The line of a statement is that of the code which calls a repository, not of what the application puts around all of them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class OriginTests {

    @Autowired
    CrateDesk desk;

    @BeforeEach
    void a_crate(@Autowired CrateRepository crates) {
        crates.save(new Crate());
    }

    private static List<ExecutedStatement> statements(Runnable work) {
        try (UnitScope scope = UnitScope.open(UnitOfWork.Kind.BLOCK, "a block")) {
            work.run();
            return scope.unit().recording().statements();
        }
    }

    private static List<String> origins(Runnable work) {
        return statements(work).stream()
                .flatMap(statement -> statement.origin().stream())
                .map(CallSite::withoutLine)
                .toList();
    }

    private static String at(String method) {
        return "com.acme.depot." + method;
    }

    @Test
    void of_an_inherited_method_that_the_application_overrides() {
        assertThat(origins(desk::all)).containsExactly(at("CrateDesk.all"));
    }

    @Test
    void of_an_inherited_method_with_a_query_of_its_own() {
        assertThat(origins(desk::first)).containsExactly(at("CrateDesk.first"));
    }

    @Test
    void of_a_query_method() {
        assertThat(origins(desk::withLabel)).containsExactly(at("CrateDesk.withLabel"));
    }

    @Test
    void of_a_default_method_is_its_own_line() {
        assertThat(origins(desk::fresh)).containsExactly(at("CrateRepository.findNew"));
    }

    @Test
    void of_a_hand_written_method_is_its_own_line() {
        assertThat(origins(desk::labels)).containsExactly(at("CrateLabelsImpl.labels"));
    }

    @Test
    void of_a_call_through_a_proxy_or_advice_around_a_repository() {
        assertThat(origins(desk::guarded)).containsExactly(at("CrateDesk.guarded"));
        assertThat(origins(desk::advised)).containsExactly(at("CrateDesk.advised"));
    }

    @Test
    void of_what_a_repository_calls_back_is_its_own_line() {
        assertThat(origins(desk::given)).contains(at("CrateDesk.newIds"), at("CrateDesk.given"));
    }

    @Test
    void of_a_flush_when_a_transaction_ends_is_the_call_of_the_transaction() {
        assertThat(statements(desk::relabel))
                .filteredOn(statement -> statement.kind() == StatementKind.UPDATE)
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(statement.origin().map(CallSite::withoutLine))
                        .hasValue(at("CrateDesk.relabel")));
    }
}
