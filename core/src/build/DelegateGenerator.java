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
 * Writes the classes of {@code io.querybudget.jdbc.delegate}, which forward every method of a JDBC interface.
 *
 * <p>It reads the interfaces as javac sees them for a release, and sorts their methods, so that each JDK writes the
 * same files.
 */
public final class DelegateGenerator {

    private static final String PACKAGE = "io.querybudget.jdbc.delegate";
    private static final List<String> PARAMETER_NAMES =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth");

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
                /** Generated classes that forward every method of a JDBC interface to another object. */
                package %s;
                """.formatted(PACKAGE));
        writeDelegate("Connection", null);
        writeDelegate("Statement", null);
        writeDelegate("PreparedStatement", "Statement");
        writeDelegate("CallableStatement", "PreparedStatement");
        writeDelegate("ResultSet", null);
    }

    private void writeDelegate(String name, String parent) throws IOException {
        TypeElement type = elements.getTypeElement("java.sql." + name);
        boolean inherits = parent != null;
        var members = inherits ? type.getEnclosedElements() : elements.getAllMembers(type);
        String methods = ElementFilter.methodsIn(members).stream()
                .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
                .filter(method -> !method.getEnclosingElement().toString().equals("java.lang.Object"))
                .sorted(Comparator.comparing(ExecutableElement::toString))
                .map(DelegateGenerator::method)
                .collect(Collectors.joining());
        write("Delegating" + name, """
                package %1$s;

                /** A {@link java.sql.%2$s} that forwards every method to another one. */
                @SuppressWarnings("deprecation") // the interface has deprecated methods, which are forwarded as well
                public abstract class Delegating%2$s %3$simplements java.sql.%2$s {

                    private final java.sql.%2$s target;

                    /** Forwards to the given target. */
                    protected Delegating%2$s(java.sql.%2$s target) {
                %4$s        this.target = target;
                    }

                    /** {@return the object that every method is forwarded to} */
                %5$s    protected java.sql.%2$s target() {
                        return target;
                    }
                %6$s}
                """.formatted(
                        PACKAGE,
                        name,
                        inherits ? "extends Delegating" + parent + " " : "",
                        inherits ? "        super(target);\n" : "",
                        inherits ? "    @Override\n" : "",
                        methods));
    }

    private static String method(ExecutableElement method) {
        List<String> types = method.getParameters().stream()
                .map(parameter -> parameter.asType().toString())
                .toList();
        List<String> names = PARAMETER_NAMES.subList(0, types.size());
        boolean returns = method.getReturnType().getKind() != TypeKind.VOID;
        return "\n    @Override\n    public %s%s %s(%s)%s {\n        %starget.%s(%s);\n    }\n"
                .formatted(
                        list("<", method.getTypeParameters(), "> "),
                        method.getReturnType(),
                        method.getSimpleName(),
                        IntStream.range(0, types.size())
                                .mapToObj(index -> types.get(index) + " " + names.get(index))
                                .collect(Collectors.joining(", ")),
                        list(" throws ", method.getThrownTypes(), ""),
                        returns ? "return " : "",
                        method.getSimpleName(),
                        String.join(", ", names));
    }

    private static String list(String before, List<?> elements, String after) {
        String joined = elements.stream().map(Object::toString).collect(Collectors.joining(", "));
        return joined.isEmpty() ? "" : before + joined + after;
    }

    private void write(String name, String source) throws IOException {
        Files.writeString(directory.resolve(name + ".java"), source);
    }
}
