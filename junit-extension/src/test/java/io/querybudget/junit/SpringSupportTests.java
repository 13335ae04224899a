package io.querybudget.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

class SpringSupportTests {

    @ExtendWith(SpringExtension.class)
    static class SpringCases {

        static class InnerCases {}
    }

    @Test
    void recognises_a_test_that_spring_runs_and_those_nested_in_it() {
        assertThat(SpringSupport.runs(Optional.of(SpringCases.class))).isTrue();
        assertThat(SpringSupport.runs(Optional.of(SpringCases.InnerCases.class)))
                .isTrue();
    }

    @Test
    void takes_no_other_test_for_one_of_spring() {
        assertThat(SpringSupport.runs(Optional.of(SpringSupportTests.class))).isFalse();
        assertThat(SpringSupport.runs(Optional.empty())).isFalse();
    }
}
