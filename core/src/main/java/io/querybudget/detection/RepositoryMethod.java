package io.querybudget.detection;

import io.querybudget.ExecutedStatement;
import java.util.regex.Pattern;

/** What the name of a Spring Data method tells: <em>Defining Query Methods</em> of the reference of Spring Data JPA. */
final class RepositoryMethod {

    private static final Pattern DELETES = Pattern.compile("(?:.*\\.)?(?:delete|remove)\\w*");

    private static final Pattern EXISTS = Pattern.compile("(?:.*\\.)?exists\\w*");

    private RepositoryMethod() {}

    /** {@return whether a statement ran in a method that deletes} */
    static boolean isToDelete(ExecutedStatement statement) {
        return isIn(statement, DELETES);
    }

    /** {@return whether a statement ran in a method that tells whether there is a row} */
    static boolean isAboutExistence(ExecutedStatement statement) {
        return isIn(statement, EXISTS);
    }

    private static boolean isIn(ExecutedStatement statement, Pattern methods) {
        String method = statement.repositoryMethod();
        return method != null && methods.matcher(method).matches();
    }
}
