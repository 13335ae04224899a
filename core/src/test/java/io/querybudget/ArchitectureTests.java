package io.querybudget;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.querybudget");

    /** The packages that each package may use besides the root package, in the direction of CONTRIBUTING.md. */
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "sql", Set.of(),
            "recording", Set.of("sql"),
            "jdbc", Set.of("sql", "recording"),
            "hibernate", Set.of("recording", "jdbc"),
            "detection", Set.of("sql"),
            "report", Set.of("sql"));

    @Test
    void sees_the_classes_it_judges() {
        assertThat(CLASSES).hasSizeGreaterThan(100);
        assertThat(MAY_USE.keySet())
                .allSatisfy(name -> assertThat(CLASSES.containPackage("io.querybudget." + name))
                        .isTrue());
    }

    @Test
    void packages_have_no_cycle() {
        // The slices start in the parent package: "io.querybudget.(**)" would never look at the root package.
        slices().matching("io.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void packages_use_only_what_comes_before_them() {
        MAY_USE.forEach((name, used) -> {
            String[] others = MAY_USE.keySet().stream()
                    .filter(other -> !other.equals(name) && !used.contains(other))
                    .map(other -> "io.querybudget." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("io.querybudget." + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(CLASSES);
        });
    }

    @Test
    void the_root_package_depends_on_nothing() {
        noClasses()
                .that()
                .resideInAPackage("io.querybudget")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.querybudget.*..", "net.ttddyy..", "org.hibernate..", "org.slf4j..")
                .check(CLASSES);
    }

    @Test
    void only_jdbc_knows_datasource_proxy() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.querybudget.jdbc..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("net.ttddyy..")
                .check(CLASSES);
    }

    @Test
    void only_hibernate_knows_hibernate() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.querybudget.hibernate..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.hibernate..")
                .check(CLASSES);
    }

    @Test
    void no_package_is_named_after_a_kind_of_class() {
        noClasses()
                .should()
                .resideInAnyPackage("..model..", "..util..", "..impl..", "..config..", "..internal..")
                .check(CLASSES);
    }
}
