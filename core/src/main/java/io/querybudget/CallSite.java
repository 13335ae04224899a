package io.querybudget;

import org.jspecify.annotations.Nullable;

/**
 * One place in the application's code: a line, or a method without a known line.
 *
 * @param className the binary name of the class
 * @param methodName the method in the source, lambdas reduced to the method they stand in
 * @param fileName the source file, or null when the class has no debug information
 * @param line the line number, or 0 when unknown
 */
public record CallSite(
        String className, String methodName, @Nullable String fileName, int line) {

    /** {@return the call site of a stack frame} */
    public static CallSite of(StackTraceElement frame) {
        return new CallSite(
                frame.getClassName(),
                enclosingMethod(frame.getMethodName()),
                frame.getFileName(),
                Math.max(frame.getLineNumber(), 0));
    }

    /** {@return the class without its package, nested classes by their own name} */
    public String simpleClassName() {
        String name = className.substring(className.lastIndexOf('.') + 1);
        String nested = name.substring(name.lastIndexOf('$') + 1);
        boolean anonymous = nested.isEmpty() || Character.isDigit(nested.charAt(0));
        return anonymous ? name : nested;
    }

    /** {@return the place without its line, which stays the same while the file is edited} */
    public String withoutLine() {
        return className + "." + methodName;
    }

    /** {@return {@code OrderService.totals (OrderService.java:39)}, a form that IDEs turn into a link} */
    @Override
    public String toString() {
        String method = simpleClassName() + "." + methodName;
        if (fileName == null) {
            return method;
        }
        return method + " (" + fileName + (line > 0 ? ":" + line : "") + ")";
    }

    private static String enclosingMethod(String methodName) {
        if (!methodName.startsWith("lambda$")) {
            return methodName;
        }
        int end = methodName.lastIndexOf('$');
        return end > "lambda$".length() ? methodName.substring("lambda$".length(), end) : methodName;
    }
}
