package io.querybudget;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.invoke.MethodHandle;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds what was compiled against the newest versions to the versions on the class path, as the JVM would link it.
 *
 * <p>Not seen: the method of a functional interface that a lambda implements, the type of a field or of a new array's
 * elements, and whether a method became static.
 */
class LinkageTests {

    private static final JavaClass OBJECT = new ClassFileImporter().importClass(Object.class);

    private static JavaClasses ours;

    @BeforeAll
    static void read_the_jars() {
        ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.querybudget");
    }

    @Test
    void reads_the_classes_of_each_jar() {
        assertThat(ours).hasSizeGreaterThan(150);
        assertThat(ours.contain("io.querybudget.junit.QueryBudget")).isTrue();
        assertThat(ours.contain("io.querybudget.spring.QueryBudgetAutoConfiguration"))
                .isTrue();
    }

    @Test
    void each_class_that_is_named_exists() {
        assertThat(ours.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(reference -> isAbsent(reference.getTargetClass()))
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    @Test
    void each_method_and_field_that_is_named_exists() {
        assertThat(ours.stream()
                        .flatMap(type -> type.getAccessesFromSelf().stream())
                        .filter(access -> !access.getTargetOwner().isArray())
                        .filter(access -> !isOfObject(access.getTarget()) && !isPolymorphic(access))
                        .filter(access -> access.getTarget().resolveMember().isEmpty())
                        .map(JavaAccess::getDescription))
                .isEmpty();
    }

    @Test
    void each_class_implements_what_its_supertypes_demand() {
        assertThat(ours.stream()
                        .filter(type ->
                                !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .flatMap(LinkageTests::missingMethods))
                .isEmpty();
    }

    private static boolean isAbsent(JavaClass type) {
        JavaClass element = type.getBaseComponentType();
        return !element.isPrimitive() && element.getSource().isEmpty();
    }

    /** An interface has the methods of {@code Object} without declaring them; compilers from 18 on call them on it. */
    private static boolean isOfObject(AccessTarget target) {
        return target instanceof MethodCallTarget method
                && method.getOwner().isInterface()
                && OBJECT.tryGetMethod(
                                method.getName(),
                                method.getRawParameterTypes().stream()
                                        .map(JavaClass::getName)
                                        .toArray(String[]::new))
                        .isPresent();
    }

    /** {@return whether it may be called with any parameters (JVMS §2.9.3)} */
    private static boolean isPolymorphic(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(MethodHandle.class)
                && access.getTarget().getName().startsWith("invoke");
    }

    private static Stream<String> missingMethods(JavaClass type) {
        return type.getAllMethods().stream()
                .filter(LinkageTests::isAbstract)
                .filter(demanded -> type.getAllMethods().stream()
                        .noneMatch(method -> !isAbstract(method) && hasSameDescriptor(method, demanded)))
                .map(demanded -> type.getName() + " lacks " + demanded.getFullName());
    }

    private static boolean isAbstract(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.ABSTRACT);
    }

    private static boolean hasSameDescriptor(JavaMethod method, JavaMethod other) {
        return method.getName().equals(other.getName())
                && method.getRawParameterTypes().equals(other.getRawParameterTypes())
                && method.getRawReturnType().equals(other.getRawReturnType());
    }
}
