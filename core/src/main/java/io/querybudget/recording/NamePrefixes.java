package io.querybudget.recording;

import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How the binary names of some classes begin, found without trying one after the other: stacks have many frames. */
final class NamePrefixes {

    /** None begins with another one, so that only the greatest of those up to a name can be its beginning. */
    private final NavigableSet<String> shortest = new TreeSet<>();

    NamePrefixes(String... prefixes) {
        Stream.of(prefixes).sorted().filter(prefix -> !begin(prefix)).forEach(shortest::add);
    }

    /** {@return whether the binary name of a class begins with one of these} */
    boolean begin(String className) {
        String nearest = shortest.floor(className);
        return nearest != null && className.startsWith(nearest);
    }
}
