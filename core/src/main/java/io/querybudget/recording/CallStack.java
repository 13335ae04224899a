package io.querybudget.recording;

import io.querybudget.CallSite;
import io.querybudget.Owner;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The stack of a statement; its frames are read only when somebody asks.
 *
 * <p>Safe for use by many threads.
 */
final class CallStack {

    private final Throwable taken = new Throwable();
    private final boolean isOfHibernate;
    private final int instruction;
    private volatile @Nullable List<CallSite> path;
    private volatile @Nullable Boolean rendering;

    private CallStack(boolean isOfHibernate, int instruction) {
        this.isOfHibernate = isOfHibernate;
        this.instruction = instruction;
    }

    /**
     * {@return the stack of this thread}
     *
     * @param isOfHibernate whether Hibernate calls JDBC, not the application
     */
    static CallStack take(boolean isOfHibernate) {
        return new CallStack(isOfHibernate, 0);
    }

    /** {@return the stack of this thread, of which also the instructions are known; that costs three times as much} */
    static CallStack takeWithInstruction(boolean isOfHibernate) {
        int instruction = StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> CallPaths.isApplication(frame.getClassName()))
                        .mapToInt(CallStack::instruction)
                        .reduce(1, (hash, frame) -> 31 * hash + frame));
        return new CallStack(isOfHibernate, instruction);
    }

    /**
     * {@return a number that two stacks of this thread share when the same two places of the application called}
     *
     * @param isOfHibernate whether Hibernate calls JDBC, not the application
     */
    static int place(boolean isOfHibernate) {
        return StackWalker.getInstance()
                .walk(frames -> frames.dropWhile(
                                frame -> isOfHibernate && !PassedCalls.isOfHibernate(frame.getClassName()))
                        .filter(frame -> CallPaths.isApplication(frame.getClassName())
                                && !RepositoryBases.contain(frame.getClassName()))
                        .limit(2)
                        .mapToInt(CallStack::instruction)
                        .reduce(1, (hash, frame) -> 31 * hash + frame));
    }

    private static int instruction(StackWalker.StackFrame frame) {
        return Objects.hash(frame.getClassName(), frame.getMethodName(), frame.getByteCodeIndex());
    }

    /** {@return the owners by the attribute that an enhanced entity was reading; all of them when it was reading none} */
    List<Owner> reading(List<Owner> owners) {
        if (owners.size() < 2) {
            return owners;
        }
        String attribute = CallPaths.attributeRead(taken);
        List<Owner> read = owners.stream()
                .filter(owner -> owner.association().path().equals(attribute))
                .toList();
        return read.isEmpty() ? owners : read;
    }

    /** {@return a number that two stacks share when the same instructions called; 0 when they are not known} */
    int instruction() {
        return instruction;
    }

    /** {@return the application's frames, innermost first} */
    List<CallSite> path() {
        List<CallSite> known = path;
        if (known == null) {
            known = CallPaths.of(taken, isOfHibernate);
            path = known;
        }
        return known;
    }

    /** {@return whether a serializer or a template was writing what it was given} */
    boolean isRendering() {
        Boolean known = rendering;
        if (known == null) {
            known = Arrays.stream(taken.getStackTrace()).anyMatch(Renderers::isFrameOf);
            rendering = known;
        }
        return known;
    }

    /** {@return whether a method of a class was running} */
    boolean isWithin(String className, String methodName) {
        return Arrays.stream(taken.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(className)
                        && frame.getMethodName().equals(methodName));
    }

    /** {@return the innermost frame that does not pass a call on, if it is one of the application, else null} */
    @Nullable
    CallSite caller(Predicate<String> passesOn) {
        return Arrays.stream(taken.getStackTrace())
                .filter(frame -> !passesOn.test(frame.getClassName()))
                .findFirst()
                .filter(frame -> CallPaths.isApplication(frame.getClassName()))
                .map(CallSite::of)
                .orElse(null);
    }
}
