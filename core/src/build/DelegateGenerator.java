import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.ToolProvider;

/**
 * Writes the interfaces of {@code io.querybudget.jdbc.delegate}, which forward every method of a JDBC interface.
 *
 * <p>It reads the interfaces as javac sees them for a release, and sorts their methods, so that each JDK writes the
 * same files.
 */
public final class DelegateGenerator {

    private static final String PACKAGE = "io.querybudget.jdbc.delegate";
    private static final List<String> PARAMETER_NAMES =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth");

    private static final String BOUND = """

                /** Called with each parameter that the other object took. */
                void bound(int index, Object value);
            """;

    private final Elements elements;
    private final Path directory;

    private DelegateGenerator(Elements elements, Path directory) {
        this.elements = elements;
        this.directory = directory;
    }

    /** Takes the Java release to read the interfaces of, and the directory of generated sources. */
    public static void main(String[] arguments) throws IOException {
        var options = List.of("--release", arguments[0]);
        var task = ToolProvider.getSystemJavaCompiler().getTask(null, null, null, options, null, null);
        Path directory = Path.of(arguments[1], PACKAGE.split("\\."));
        new DelegateGenerator(((JavacTask) task).getElements(), directory).writeAll();
    }

    private void writeAll() throws IOException {
        Files.createDirectories(directory);
        write("package-info", """
                /** Generated interfaces that forward every method of a JDBC interface to another object. */
                package %s;
                """.formatted(PACKAGE));
        writeDelegate("Connection");
        writeDelegate("Statement");
        writeDelegate("PreparedStatement");
        writeDelegate("CallableStatement");
        writeDelegate("ResultSet");
        writeDelegate("DatabaseMetaData");
    }

    private void writeDelegate(String name) throws IOException {
        TypeElement type = elements.getTypeElement("java.sql." + name);
        boolean inherits = type.getInterfaces().stream()
                .anyMatch(parent -> parent.toString().endsWith("Statement"));
        var members = inherits ? type.getEnclosedElements() : elements.getAllMembers(type);
        String methods = ElementFilter.methodsIn(members).stream()
                .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
                .filter(method -> !method.getEnclosingElement().toString().equals("java.lang.Object"))
                .sorted(Comparator.comparing(ExecutableElement::toString))
                .map(method -> method(method, isSetter(name, method)))
                .collect(Collectors.joining());
        write("Forwarding" + name, """
                package %1$s;

                /** A {@link java.sql.%2$s} that forwards every method to another one. */
                @SuppressWarnings("deprecation") // the interface has deprecated methods, which are forwarded as well
                public interface Forwarding%2$s extends java.sql.%2$s {

                    /** {@return the object that every method is forwarded to} */
                    java.sql.%2$s target();
                %3$s%4$s}
                """.formatted(
                        PACKAGE, name, name.equals("PreparedStatement") ? BOUND : "", methods));
    }

    private static boolean isSetter(String name, ExecutableElement method) {
        return name.equals("PreparedStatement")
                && method.getSimpleName().toString().startsWith("set")
                && method.getParameters().size() > 1;
    }

    private static String method(ExecutableElement method, boolean isSetter) {
        List<String> types = method.getParameters().stream()
                .map(parameter -> parameter.asType().toString())
                .toList();
        List<String> names = PARAMETER_NAMES.subList(0, types.size());
        boolean isNull = method.getSimpleName().contentEquals("setNull");
        return "\n    @Override\n    default %s%s %s(%s)%s {\n        %starget().%s(%s);\n%s    }\n"
                .formatted(
                        list("<", method.getTypeParameters(), "> "),
                        method.getReturnType(),
                        method.getSimpleName(),
                        IntStream.range(0, types.size())
                                .mapToObj(index -> types.get(index) + " " + names.get(index))
                                .collect(Collectors.joining(", ")),
                        list(" throws ", method.getThrownTypes(), ""),
                        method.getReturnType().getKind() == TypeKind.VOID ? "" : "return ",
                        method.getSimpleName(),
                        String.join(", ", names),
                        isSetter ? "        bound(first, " + (isNull ? "null" : "second") + ");\n" : "");
    }

    private static String list(String before, List<?> elements, String after) {
        String joined = elements.stream().map(Object::toString).collect(Collectors.joining(", "));
        return joined.isEmpty() ? "" : before + joined + after;
    }

    private void write(String name, String source) throws IOException {
        Files.writeString(directory.resolve(name + ".java"), source);
    }
}
