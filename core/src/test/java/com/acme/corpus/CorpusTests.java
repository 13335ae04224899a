package com.acme.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.acme.corpus.cases.Archive;
import com.acme.corpus.cases.Assembly;
import com.acme.corpus.cases.Batches;
import com.acme.corpus.cases.Billing;
import com.acme.corpus.cases.Chance;
import com.acme.corpus.cases.Checkout;
import com.acme.corpus.cases.Children;
import com.acme.corpus.cases.Cinema;
import com.acme.corpus.cases.Clinic;
import com.acme.corpus.cases.Coincidences;
import com.acme.corpus.cases.Commits;
import com.acme.corpus.cases.Connections;
import com.acme.corpus.cases.Courier;
import com.acme.corpus.cases.EagerFetching;
import com.acme.corpus.cases.EnhancedEntities;
import com.acme.corpus.cases.Festival;
import com.acme.corpus.cases.FlushedOwners;
import com.acme.corpus.cases.Forum;
import com.acme.corpus.cases.Gallery;
import com.acme.corpus.cases.Gardens;
import com.acme.corpus.cases.Helpdesk;
import com.acme.corpus.cases.Hierarchies;
import com.acme.corpus.cases.Hooks;
import com.acme.corpus.cases.Hospital;
import com.acme.corpus.cases.Hotel;
import com.acme.corpus.cases.Keys;
import com.acme.corpus.cases.LargeResults;
import com.acme.corpus.cases.LazyCollections;
import com.acme.corpus.cases.LazyToOnes;
import com.acme.corpus.cases.League;
import com.acme.corpus.cases.Ledger;
import com.acme.corpus.cases.LongSessions;
import com.acme.corpus.cases.Lookups;
import com.acme.corpus.cases.LoopForms;
import com.acme.corpus.cases.Managed;
import com.acme.corpus.cases.Market;
import com.acme.corpus.cases.Monitors;
import com.acme.corpus.cases.Nesting;
import com.acme.corpus.cases.Odds;
import com.acme.corpus.cases.Pages;
import com.acme.corpus.cases.PagesAndBatches;
import com.acme.corpus.cases.Paging;
import com.acme.corpus.cases.Pairs;
import com.acme.corpus.cases.Parents;
import com.acme.corpus.cases.PastedFixes;
import com.acme.corpus.cases.Payroll;
import com.acme.corpus.cases.People;
import com.acme.corpus.cases.PlainJdbc;
import com.acme.corpus.cases.Products;
import com.acme.corpus.cases.Railway;
import com.acme.corpus.cases.References;
import com.acme.corpus.cases.Removals;
import com.acme.corpus.cases.Replacements;
import com.acme.corpus.cases.RepositoryCalls;
import com.acme.corpus.cases.School;
import com.acme.corpus.cases.Scripts;
import com.acme.corpus.cases.SeparateLookups;
import com.acme.corpus.cases.SeparateReads;
import com.acme.corpus.cases.Sessions;
import com.acme.corpus.cases.Tenants;
import com.acme.corpus.cases.Toll;
import com.acme.corpus.cases.Transit;
import com.acme.corpus.cases.Variations;
import com.acme.corpus.cases.Views;
import com.acme.corpus.cases.WideRows;
import com.acme.corpus.cases.Writes;
import io.querybudget.Verdict;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Runs each case of the corpus and compares what the library says with the labels.
 *
 * <p>{@code mvn -q -pl core test -Dtest=CorpusTests} writes the table of all cases to {@code core/target/corpus.txt}.
 */
@Isolated("a unit of work of the kind test adopts the SQL of other tests")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusTests {

    private static final List<Class<?>> THEMES = List.of(
            LazyCollections.class,
            LazyToOnes.class,
            Hierarchies.class,
            Keys.class,
            EagerFetching.class,
            Nesting.class,
            Parents.class,
            LoopForms.class,
            Sessions.class,
            Lookups.class,
            PlainJdbc.class,
            PagesAndBatches.class,
            SeparateLookups.class,
            Coincidences.class,
            Writes.class,
            Managed.class,
            Clinic.class,
            People.class,
            Forum.class,
            Billing.class,
            Hooks.class,
            Odds.class,
            LargeResults.class,
            Products.class,
            Paging.class,
            WideRows.class,
            Connections.class,
            Commits.class,
            SeparateReads.class,
            FlushedOwners.class,
            RepositoryCalls.class,
            Views.class);

    /** Themes whose entities are declared in them, and whose cases were labelled without knowledge of the rules. */
    private static final List<Class<?>> TOWN = List.of(
            Ledger.class,
            School.class,
            Pages.class,
            Checkout.class,
            Chance.class,
            Tenants.class,
            Helpdesk.class,
            Variations.class);

    /** Themes whose entities are declared in them, labelled before the library was asked. */
    private static final List<Class<?>> REGION =
            List.of(Hotel.class, Courier.class, Cinema.class, Market.class, Gardens.class, Pairs.class, Railway.class);

    /** Themes whose entities are declared in them, labelled before the library was asked and its rules were read. */
    private static final List<Class<?>> COUNTY = List.of(
            Gallery.class, Payroll.class, Festival.class, Archive.class, League.class, Toll.class, Assembly.class);

    /** Themes in mappings of every kind and with queries of the application, labelled before the library was asked. */
    private static final List<Class<?>> PROVINCE = List.of(Hospital.class, Transit.class);

    /** Themes of what sessions write and hold, whose entities are declared in them. */
    private static final List<Class<?>> DEPOT = List.of(
            Replacements.class, Children.class, Removals.class, References.class, LongSessions.class, Batches.class);

    private final List<Outcome> outcomes = new ArrayList<>();
    private Database shop;
    private Database town;
    private Database region;
    private Database county;
    private Database province;
    private Database depot;

    @BeforeAll
    void open_the_databases() {
        shop = new Database();
        town = new Database(
                "town", entitiesOf(Stream.concat(TOWN.stream(), Stream.of(PastedFixes.class))), "com/acme/town.sql");
        region = new Database(
                "region", entitiesOf(Stream.concat(REGION.stream(), Stream.of(Scripts.class))), "com/acme/region.sql");
        county = new Database("county", entitiesOf(COUNTY.stream()), "com/acme/county.sql");
        province = new Database(
                "province",
                entitiesOf(Stream.concat(PROVINCE.stream(), Stream.of(Monitors.class))),
                "com/acme/province.sql");
        depot = new Database("depot", entitiesOf(DEPOT.stream()), "com/acme/depot.sql");
    }

    private static List<Class<?>> entitiesOf(Stream<Class<?>> themes) {
        return themes.flatMap(theme -> Arrays.stream(theme.getDeclaredClasses()))
                .filter(type -> type.isAnnotationPresent(Entity.class))
                .collect(Collectors.toList());
    }

    @TestFactory
    Stream<DynamicTest> says_what_the_labels_say_in_the_shop() {
        return shopCases().map(labelled -> test(labelled, shop));
    }

    @TestFactory
    Stream<DynamicTest> says_what_the_labels_say_in_the_town() {
        return townCases().map(labelled -> test(labelled, town));
    }

    @TestFactory
    Stream<DynamicTest> says_what_the_labels_say_in_the_region() {
        return regionCases().map(labelled -> test(labelled, region));
    }

    @TestFactory
    Stream<DynamicTest> says_what_the_labels_say_in_the_county() {
        return countyCases().map(labelled -> test(labelled, county));
    }

    @TestFactory
    Stream<DynamicTest> says_what_the_labels_say_in_the_province() {
        return provinceCases().map(labelled -> test(labelled, province));
    }

    @TestFactory
    Stream<DynamicTest> says_what_the_labels_say_in_the_depot() {
        return depotCases().map(labelled -> test(labelled, depot));
    }

    @Test
    void nobody_is_warned_of_remedies_and_look_alikes() {
        assertThat(cases())
                .hasSizeGreaterThanOrEqualTo(100)
                .allSatisfy(labelled -> assertThat(labelled.labels())
                        .as(labelled.name())
                        .matches(labels -> hasNoWarning(labelled.kind())
                                ? labels.stream().allMatch(label -> label.verdict() == Verdict.INFO)
                                : !labels.isEmpty()));
        assertThat(cases().map(LabelledCase::name)).doesNotHaveDuplicates();
    }

    private static boolean hasNoWarning(CaseKind kind) {
        return kind == CaseKind.LOOK_ALIKE || kind == CaseKind.REMEDY;
    }

    @Test
    void remedies_leave_as_many_statements_as_the_fixes_say() {
        Map<String, LabelledCase> positives =
                cases().collect(Collectors.toMap(LabelledCase::name, labelled -> labelled));
        assertThat(cases().filter(labelled -> !labelled.expectation().repairs().isEmpty()))
                .isNotEmpty()
                .allSatisfy(remedy -> assertThat(
                                positives.get(remedy.expectation().repairs()))
                        .as(remedy.name())
                        .isNotNull()
                        .matches(positive -> positive.fixes().stream()
                                .anyMatch(line -> line.matches(
                                        ".*leaves? " + remedy.expectation().statements() + " statements?"))));
    }

    @AfterAll
    void write_the_table() throws IOException {
        shop.close();
        town.close();
        region.close();
        county.close();
        province.close();
        depot.close();
        Files.writeString(Path.of("target", "corpus.txt"), new Scoreboard(outcomes).text());
    }

    private static Stream<LabelledCase> cases() {
        return Stream.of(shopCases(), townCases(), regionCases(), countyCases(), provinceCases(), depotCases())
                .flatMap(cases -> cases);
    }

    private static Stream<LabelledCase> shopCases() {
        return Stream.concat(THEMES.stream(), Stream.of(enhanced(EnhancedEntities.class)))
                .flatMap(LabelledCase::of);
    }

    private static Stream<LabelledCase> townCases() {
        return Stream.concat(TOWN.stream(), Stream.of(enhanced(PastedFixes.class)))
                .flatMap(LabelledCase::of);
    }

    private static Stream<LabelledCase> regionCases() {
        return Stream.concat(REGION.stream(), Stream.of(enhanced(Scripts.class)))
                .flatMap(LabelledCase::of);
    }

    private static Stream<LabelledCase> countyCases() {
        return COUNTY.stream().flatMap(LabelledCase::of);
    }

    private static Stream<LabelledCase> provinceCases() {
        return Stream.concat(PROVINCE.stream(), Stream.of(enhanced(Monitors.class)))
                .flatMap(LabelledCase::of);
    }

    private static Stream<LabelledCase> depotCases() {
        return DEPOT.stream().flatMap(LabelledCase::of);
    }

    private static Class<?> enhanced(Class<?> theme) {
        try {
            return new EnhancingClassLoader().loadClass(theme.getName());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private DynamicTest test(LabelledCase labelled, Database database) {
        return dynamicTest(labelled.theme() + ": " + labelled.name(), () -> check(labelled, database));
    }

    private void check(LabelledCase labelled, Database database) throws Exception {
        assumeThat(labelled.expectation().hibernate()).isLessThanOrEqualTo(CaseRun.HIBERNATE);
        Outcome outcome = new CaseRun(labelled, database).outcome();
        outcomes.add(outcome);
        assertThat(outcome.problems()).isEmpty();
    }
}
